package org.switchboard.matrix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.Needs;

/**
 * What of all needs and offers a matrix shows; what is null does not narrow it.
 *
 * @param states only these; null for all
 * @param theme an area with its sub-areas, or one sub-area
 * @param from first day of a period that needs and offers must touch
 * @param to last day of it
 * @param language that needs can be served in and offers work in
 * @param source of needs, as their State or whoever brought them in named it
 * @param statuses of needs
 */
record MatrixFilter(
        @Nullable List<String> states,
        @Nullable String theme,
        @Nullable String stage,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String language,
        @Nullable String source,
        Set<NeedStatus> statuses) {

    /**
     * SQL conditions on a need {@code n} of a theme {@code t} and a State {@code s}.
     *
     * @param confided the condition under which the reader may know a need's true status
     */
    String onNeeds(String confided) {
        List<String> conditions = new ArrayList<>(
                List.of("n.status = any(case when %s then :statuses else :statusesBehind end)".formatted(confided)));
        if (states != null) {
            conditions.add("s.iso3 = any(:states)");
        }
        if (theme != null) {
            conditions.add("(t.code = :theme or t.area = :theme)");
        }
        if (stage != null) {
            conditions.add("n.stage = :stage");
        }
        if (kind != null) {
            conditions.add("n.kind = :kind");
        }
        if (language != null) {
            conditions.add(":language = any(n.languages)");
        }
        if (source != null) {
            conditions.add("n.source = :source");
        }
        return String.join(" and ", withPeriod(conditions, "n"));
    }

    /** SQL conditions on an offer {@code o}. */
    String onOffers() {
        List<String> conditions = new ArrayList<>(List.of("o.standing = 'FUNDED'"));
        if (theme != null) {
            conditions.add("(cardinality(o.themes) = 0 or exists (select 1 from reference_theme t"
                    + " where t.code = any(o.themes)"
                    + " and (t.code = :theme or t.area = :theme or t.code = split_part(:theme, '.', 1))))");
        }
        if (stage != null) {
            conditions.add("(cardinality(o.stages) = 0 or :stage = any(o.stages))");
        }
        if (kind != null) {
            conditions.add("(cardinality(o.kinds) = 0 or :kind = any(o.kinds))");
        }
        if (language != null) {
            conditions.add(":language = any(o.languages)");
        }
        return String.join(" and ", withPeriod(conditions, "o"));
    }

    /** SQL condition on a State {@code s} that an offer could serve. */
    String onStates() {
        return states == null ? "true" : "s.iso3 = any(:states)";
    }

    /** SQL condition on a code {@code c} of the columns: a filter by the columns' own dimension leaves one column. */
    String onColumns(MatrixColumns columns) {
        return switch (columns) {
            case THEME -> theme == null ? "true" : "c.area = split_part(:theme, '.', 1)";
            case SUBTHEME -> theme == null ? "true" : "(c.code = :theme or c.area = :theme)";
            case STAGE -> stage == null ? "true" : "c.code = :stage";
            case KIND -> kind == null ? "true" : "c.code = :kind";
        };
    }

    private List<String> withPeriod(List<String> conditions, String alias) {
        if (from != null) {
            conditions.add(alias + ".ends_on >= :from");
        }
        if (to != null) {
            conditions.add(alias + ".starts_on <= :to");
        }
        return conditions;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("statuses", names(statuses));
        parameters.put("statusesBehind", names(Needs.shownToOthersAs(statuses)));
        put(parameters, "states", states == null ? null : states.toArray(String[]::new));
        put(parameters, "theme", theme);
        put(parameters, "stage", stage);
        put(parameters, "kind", kind);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "language", language);
        put(parameters, "source", source);
        return parameters;
    }

    private static String[] names(Set<NeedStatus> statuses) {
        return statuses.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
