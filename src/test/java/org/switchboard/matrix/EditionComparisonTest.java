package org.switchboard.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Audience;
import org.switchboard.matrix.EditionChanges.Item;
import org.switchboard.matrix.EditionChanges.Line;
import org.switchboard.matrix.EditionChanges.What;
import org.switchboard.need.NeedStatus;
import org.switchboard.shared.Contact;

class EditionComparisonTest {

    private static final Instant THEN = Instant.parse("2026-12-01T06:00:00Z");
    private static final UUID NEED = new UUID(0, 1);
    private static final UUID OTHER_NEED = new UUID(0, 2);
    private static final UUID OFFER = new UUID(0, 3);
    private static final UUID OTHER_OFFER = new UUID(0, 4);

    private static EditionContent edition(
            List<EditionContent.Need> needs, List<EditionContent.Offer> offers, EditionContent.Match... matches) {
        return new EditionContent(
                EditionContent.FORMAT,
                Audience.PUBLIC,
                THEN,
                false,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new EditionContent.Figures(0, 0, 0, 0, 0, 0, 0, 0),
                needs,
                offers,
                List.of(matches));
    }

    private static EditionContent.Need need(UUID id, String title, long costUsd) {
        return new EditionContent.Need(
                id,
                "KEN",
                "r-" + id.getLeastSignificantBits(),
                title,
                "FIN",
                "B",
                "TRAINING",
                NeedStatus.OPEN,
                costUsd,
                4,
                List.of("en"),
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                THEN,
                false);
    }

    private static EditionContent.Offer offer(UUID id, long budgetUsd, String office) {
        return new EditionContent.Offer(
                id,
                "LAF",
                "o-" + id.getLeastSignificantBits(),
                "Fund",
                "Courses",
                List.of("FIN"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                budgetUsd,
                List.of("en"),
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 12, 31),
                new Contact(office, null, null, null),
                false);
    }

    @Test
    void nothingIsOtherwiseInTheSameEdition() {
        EditionContent edition = edition(
                List.of(need(NEED, "Courses", 100)),
                List.of(offer(OFFER, 900, "Programmes")),
                new EditionContent.Match(NEED, OFFER, 2, 50));
        assertEquals(List.of(), EditionComparison.of(edition, edition));
    }

    @Test
    void whatIsNewAndWhatIsGoneIsSaid() {
        List<Line> lines = EditionComparison.of(
                edition(List.of(need(NEED, "Courses", 100)), List.of(offer(OFFER, 900, "Programmes"))),
                edition(List.of(need(OTHER_NEED, "Software", 50)), List.of(offer(OTHER_OFFER, 80, "Programmes"))));
        assertEquals(
                List.of(
                        new Line(Item.NEED, What.NEW, OTHER_NEED, "KEN", "r-2", "Software", List.of(), null, null),
                        new Line(Item.NEED, What.GONE, NEED, "KEN", "r-1", "Courses", List.of(), null, null),
                        new Line(Item.OFFER, What.NEW, OTHER_OFFER, "LAF", "o-4", "Courses", List.of(), null, null),
                        new Line(Item.OFFER, What.GONE, OFFER, "LAF", "o-3", "Courses", List.of(), null, null)),
                lines);
        assertEquals(new EditionChanges.Summary(1, 0, 0, 1, 1, 0, 1), EditionComparison.summary(lines));
    }

    @Test
    void changedFieldsAreNamed() {
        List<Line> lines = EditionComparison.of(
                edition(List.of(need(NEED, "Courses", 100)), List.of(offer(OFFER, 900, "Programmes"))),
                edition(List.of(need(NEED, "Lessons", 120)), List.of(offer(OFFER, 800, "Desk"))));
        assertEquals(
                List.of(
                        new Line(
                                Item.NEED,
                                What.CHANGED,
                                NEED,
                                "KEN",
                                "r-1",
                                "Lessons",
                                List.of("title", "costUsd"),
                                null,
                                null),
                        new Line(
                                Item.OFFER,
                                What.CHANGED,
                                OFFER,
                                "LAF",
                                "o-3",
                                "Courses",
                                List.of("budgetUsd", "contact"),
                                null,
                                null)),
                lines);
    }

    /** Of several matches of one need, what came on top; a match that came to nothing is none. */
    @Test
    void whatIsAgreedBesidesIsCounted() {
        List<EditionContent.Need> needs = List.of(need(NEED, "Courses", 100));
        List<EditionContent.Offer> offers = List.of(offer(OFFER, 900, "Programmes"), offer(OTHER_OFFER, 90, "Desk"));
        EditionContent one = edition(needs, offers, new EditionContent.Match(NEED, OFFER, 1, 25));
        EditionContent both = edition(
                needs,
                offers,
                new EditionContent.Match(NEED, OFFER, 1, 25),
                new EditionContent.Match(NEED, OTHER_OFFER, 2, 50));
        assertEquals(
                List.of(new Line(Item.NEED, What.MATCHED, NEED, "KEN", "r-1", "Courses", List.of(), 2, 50L)),
                EditionComparison.of(one, both));
        assertEquals(List.of(), EditionComparison.of(both, one));
    }
}
