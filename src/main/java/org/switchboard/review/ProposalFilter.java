package org.switchboard.review;

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
        @Nullable UUID run) {

    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        parameters().keySet().stream().sorted().forEach(name -> conditions.add("e." + name + " = :" + name));
        return conditions;
    }

    Map<String, Object> parameters() {
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
