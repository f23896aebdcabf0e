package org.switchboard.need;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which needs a list shows; what is null or empty does not narrow it.
 *
 * @param states any of these
 * @param theme an area with its sub-areas, or one sub-area
 */
public record NeedFilter(
        List<String> states,
        @Nullable String theme,
        @Nullable String stage,
        @Nullable String kind,
        @Nullable NeedStatus status,
        @Nullable Priority priority,
        @Nullable UUID request,
        @Nullable String source,
        @Nullable Boolean sample) {

    /**
     * @param confided the condition under which the reader may know an item's true status
     * @param requestSeen that under which it may see a request {@code r}: a need does not tell others to which it belongs
     */
    List<String> conditions(String confided, String requestSeen) {
        List<String> conditions = new ArrayList<>();
        if (!states.isEmpty()) {
            conditions.add("e.state in (:states)");
        }
        if (theme != null) {
            conditions.add("(e.theme = :theme or locate(concat(:theme, '.'), e.theme) = 1)");
        }
        if (status != null) {
            conditions.add(
                    "(%s and e.status = :status or not %<s and e.status in (:statusesBehind))".formatted(confided));
        }
        if (request != null) {
            conditions.add("exists (select 1 from RequestEntity r where r.id = e.request and r.id = :request and %s)"
                    .formatted(requestSeen));
        }
        parameters().keySet().stream()
                .filter(name -> !Set.of("states", "theme", "status", "statusesBehind", "request")
                        .contains(name))
                .sorted()
                .forEach(name -> conditions.add("e." + name + " = :" + name));
        return conditions;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (!states.isEmpty()) {
            parameters.put("states", states);
        }
        put(parameters, "theme", theme);
        put(parameters, "stage", stage);
        put(parameters, "kind", kind);
        put(parameters, "status", status);
        put(parameters, "statusesBehind", status == null ? null : status.behind());
        put(parameters, "priority", priority);
        put(parameters, "request", request);
        put(parameters, "source", source);
        put(parameters, "sample", sample);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
