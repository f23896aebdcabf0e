package org.switchboard.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the record of access are asked for; what is null does not narrow them.
 *
 * @param from the first moment
 * @param to the first moment after
 */
public record AccessRecordFilter(
        @Nullable UUID item,
        @Nullable String who,
        @Nullable Act act,
        @Nullable Instant from,
        @Nullable Instant to) {

    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        if (item != null) {
            conditions.add("cast(sql('(? @> cast(? as uuid[]))', e.items, :item) as Boolean) = true");
        }
        if (who != null) {
            conditions.add("e.who = :who");
        }
        if (act != null) {
            conditions.add("e.act = :act");
        }
        if (from != null) {
            conditions.add("e.at >= :from");
        }
        if (to != null) {
            conditions.add("e.at < :to");
        }
        return conditions.isEmpty() ? List.of("1 = 1") : conditions;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "item", item == null ? null : new UUID[] {item});
        put(parameters, "who", who);
        put(parameters, "act", act);
        put(parameters, "from", from);
        put(parameters, "to", to);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
