package org.switchboard.sample;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.reference.Theme;
import org.switchboard.reference.UnGroup;
import org.switchboard.shared.CsvText;

/** Needs of the sample, as a file for import. */
final class SampleNeeds {

    private static final int NEEDS = 400;
    private static final int STATES = 90;
    private static final Set<UnGroup> GROUPS =
            EnumSet.of(UnGroup.AFRICAN, UnGroup.ASIA_PACIFIC, UnGroup.GRULAC, UnGroup.EEG);

    private final ReferenceData reference;
    private final LocalDate today;
    private final Draw draw;

    SampleNeeds(ReferenceData reference, LocalDate today, Draw draw) {
        this.reference = reference;
        this.today = today;
        this.draw = draw;
    }

    String file() {
        CsvText file = new CsvText(List.of(
                "reference",
                "state",
                "theme",
                "stage",
                "kind",
                "title",
                "objective",
                "beneficiary_institution",
                "cost_usd",
                "tranches",
                "partial_ok",
                "priority",
                "from",
                "to",
                "audience",
                "human_rights",
                "source"));
        List<State> asking = draw.some(
                reference.states(Language.EN).stream()
                        .filter(state -> state.group() != null && GROUPS.contains(state.group()))
                        .toList(),
                STATES);
        for (int number = 1; number <= NEEDS; number++) {
            add(file, number, draw.of(asking));
        }
        return file.toString();
    }

    private void add(CsvText file, int number, State state) {
        SampleTheme area = draw.of(List.of(SampleTheme.values()));
        SampleTheme.Wish wish = draw.of(area.wishes());
        int tranches = draw.of(List.of(1, 1, 2, 4));
        LocalDate from = today.withDayOfMonth(1).plusMonths(2 + draw.below(12));
        file.add(
                String.format(Locale.ROOT, "SAMPLE-%03d", number),
                state.iso3(),
                theme(area),
                stage(area),
                wish.kind(),
                wish.title(),
                "Sample: better results in " + area.subject(),
                area.institution(),
                draw.dollars(40_000, 2_500_000),
                tranches,
                tranches > 1,
                draw.of(List.of("low", "medium", "medium", "high", "critical")),
                from,
                from.plusMonths(6 + draw.below(18)).minusDays(1),
                draw.of(List.of("public", "participants", "committee")),
                area == SampleTheme.HRT || draw.oneIn(10),
                "SAMPLE");
    }

    /** The area itself or one of its sub-areas. */
    private String theme(SampleTheme area) {
        List<Theme> within = reference.subareas(area.name(), Language.EN);
        return within.isEmpty() || draw.oneIn(2) ? area.name() : draw.of(within).code();
    }

    private String stage(SampleTheme area) {
        return draw.of(reference.theme(area.name()).orElseThrow().stages());
    }
}
