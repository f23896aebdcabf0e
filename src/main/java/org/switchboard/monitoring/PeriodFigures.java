package org.switchboard.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;
import org.switchboard.review.Holidays;
import org.switchboard.review.ReviewPolicies;
import org.switchboard.review.WorkingDays;

/** The face of the figures of a period. They are for those whom States and providers confide in, and leave nothing out. */
@ApplicationScoped
public class PeriodFigures {

    private final FiguresQuery query;
    private final Holidays holidays;
    private final ReviewPolicies policies;
    private final ReferenceData reference;

    PeriodFigures(FiguresQuery query, Holidays holidays, ReviewPolicies policies, ReferenceData reference) {
        this.query = query;
        this.holidays = holidays;
        this.policies = policies;
        this.reference = reference;
    }

    /**
     * The figures, all in all and by groups that are named in a language.
     *
     * @param within how many working days an acknowledgement may take to be in time; null for the term of the review policy
     * @throws org.switchboard.shared.Refusal.NotAllowed unless the reader is of the experts or the Committee
     */
    FiguresView view(Reader reader, Period period, Grouping by, @Nullable Integer within, Language language) {
        Rights.requireConfidant(reader);
        int term = within == null ? policies.list(reader).get(0).policy().acknowledgement() : within;
        List<StepCount> counts = query.counts(reader, period, by, inTime(period, holidays.calendar(reader), term));
        Map<String, Map<Step, StepCount>> byCode = counts.stream()
                .collect(Collectors.groupingBy(StepCount::code, Collectors.toMap(StepCount::step, count -> count)));
        return new FiguresView(
                period.from(),
                period.to(),
                term,
                by,
                counts.stream().anyMatch(StepCount::sample),
                FiguresView.Counted.of(byCode.getOrDefault(StepCount.ALL, Map.of())),
                by.all(reference, language)
                        .filter(heading -> byCode.containsKey(heading.code()))
                        .map(heading -> new FiguresView.Group(
                                heading.code(),
                                heading.name(),
                                FiguresView.Counted.of(byCode.getOrDefault(heading.code(), Map.of()))))
                        .toList());
    }

    private static SortedMap<LocalDate, LocalDate> inTime(Period period, WorkingDays calendar, int term) {
        SortedMap<LocalDate, LocalDate> earliest = new TreeMap<>();
        period.days().forEach(day -> earliest.put(day, calendar.earliestBefore(day, term)));
        return earliest;
    }
}
