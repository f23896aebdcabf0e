package org.switchboard.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which offers a list shows; what is null does not narrow it.
 *
 * @param theme offers that name this theme, or any theme
 * @param kind offers that name this kind, or any kind
 */
public record OfferFilter(
        @Nullable String provider,
        @Nullable String theme,
        @Nullable String kind,
        @Nullable OfferStatus status,
        @Nullable Standing standing,
        @Nullable Funding funding,
        @Nullable Boolean sample) {

    /** @param confided the condition under which the reader may know an item's true status */
    List<String> conditions(String confided) {
        List<String> conditions = new ArrayList<>();
        parameters().keySet().stream()
                .filter(name -> !name.equals("statusesBehind"))
                .sorted()
                .forEach(name -> conditions.add(condition(name, confided)));
        return conditions;
    }

    private static String condition(String name, String confided) {
        return switch (name) {
            case "status" ->
                "(%s and e.status = :status or not %<s and e.status in (:statusesBehind))".formatted(confided);
            case "theme" -> "(array_length(e.themes) = 0 or array_position(e.themes, :theme) > 0)";
            case "kind" -> "(array_length(e.kinds) = 0 or array_position(e.kinds, :kind) > 0)";
            default -> "e." + name + " = :" + name;
        };
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "provider", provider);
        put(parameters, "theme", theme);
        put(parameters, "kind", kind);
        put(parameters, "status", status);
        put(parameters, "statusesBehind", status == null ? null : status.behind());
        put(parameters, "standing", standing);
        put(parameters, "funding", funding);
        put(parameters, "sample", sample);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
