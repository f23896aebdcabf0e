package org.switchboard.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which proposals a list shows; what is null does not narrow it. */
record ProposalFilter(
        @Nullable ProposalStatus status,
        @Nullable String state,
        @Nullable String provider,
        @Nullable UUID need,
        @Nullable UUID offer,
        @Nullable UUID run,
        boolean overdue) {

    private static final String OVERDUE = "e.status = IN_DELIVERY and exists (select 1 from MilestoneEntity m"
            + " where m.proposal = e.id and m.reachedOn is null and m.dueOn < :today)";

    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        equalities().keySet().stream().sorted().forEach(name -> conditions.add("e." + name + " = :" + name));
        if (overdue) {
            conditions.add(OVERDUE);
        }
        return conditions;
    }

    Map<String, Object> parameters(LocalDate today) {
        Map<String, Object> parameters = equalities();
        if (overdue) {
            parameters.put("today", today);
        }
        return parameters;
    }

    private Map<String, Object> equalities() {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "status", status);
        put(parameters, "state", state);
        put(parameters, "provider", provider);
        put(parameters, "need", need);
        put(parameters, "offer", offer);
        put(parameters, "run", run);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
