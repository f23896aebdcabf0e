package org.switchboard.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of entities with a term: those whose term is over, and those of whose end somebody is to be reminded. More may be found than
 * are due, never fewer.
 *
 * @param condition in the query language, of {@code e.until} and {@code e.remindedFor}
 */
record TermDue(String condition, Map<String, Object> parameters) {

    private static final String REMINDER_DUE = """
            e.until < :later%s and (e.remindedFor is null
                or cast(sql('(? + ? < ?)', e.remindedFor, :days%s, e.until) as Boolean) = true)""";

    /** @param reminders so many working days before the end */
    static TermDue of(Term term, Collection<Integer> reminders) {
        List<String> due = new ArrayList<>(List.of("e.until < :today"));
        Map<String, Object> parameters = new HashMap<>(Map.of("today", term.today()));
        for (int days : Set.copyOf(reminders)) {
            due.add(REMINDER_DUE.formatted(days, days));
            parameters.put("later" + days, term.of(days + 1));
            parameters.put("days" + days, days);
        }
        return new TermDue(String.join(" or ", due), parameters);
    }
}
