package org.switchboard.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.access.Audience;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;
import org.switchboard.testing.PostgresResource;

/** That nobody learns from a figure what they may not see. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class MatrixSightTest {

    private static final Reader PUBLIC = reader("public", EnumSet.of(Audience.PUBLIC));
    private static final Reader PARTICIPANT = reader("participant", EnumSet.of(Audience.PUBLIC, Audience.PARTICIPANTS));
    private static final Reader KENYA = reader("Kenya", EnumSet.of(Audience.PUBLIC), Owner.state("KEN"));
    private static final Reader CHAD = reader("Chad", EnumSet.of(Audience.PUBLIC), Owner.state("TCD"));
    private static final Reader MXA = reader("MXA", EnumSet.of(Audience.PUBLIC), Owner.provider("MXA"));
    private static final Reader COMMITTEE = reader("committee", EnumSet.allOf(Audience.class));
    private static final Reader EXPERT = reader("expert", EnumSet.allOf(Audience.class), Owner.executiveDirectorate());
    private static final Reader MXB = reader("MXB", EnumSet.of(Audience.PUBLIC), Owner.provider("MXB"));
    private static final Reader MXC = reader("MXC", EnumSet.of(Audience.PUBLIC), Owner.provider("MXC"));

    @Inject
    Matrix matrix;

    @Inject
    ReferenceData reference;

    @Inject
    EntityManager database;

    @BeforeEach
    void storeItems() throws Exception {
        SomeItems.store();
    }

    @Test
    void everyReaderSeesAsCountedOverWhatTheyMaySee() {
        Stored stored = Stored.now();
        for (Reader reader : List.of(PUBLIC, PARTICIPANT, KENYA, MXB, MXC, Reader.system())) {
            for (MatrixColumns columns : MatrixColumns.values()) {
                String word = columns.name().toLowerCase(Locale.ROOT);
                new Expected(stored, reader, "state", word, Map.of())
                        .assertIs(matrix.view(reader, MatrixRows.STATE, columns, everything(), Language.EN));
            }
        }
    }

    @Test
    void needsOfOthersAreInNoFigure() {
        rolledBack(() -> {
            MatrixView before = view(PUBLIC);
            MatrixView participants = view(PARTICIPANT);
            MatrixView owners = view(CHAD);
            Inserted.needs(database, 3, 1000, "COMMITTEE", true);
            assertEquals(before, view(PUBLIC));
            assertEquals(participants, view(PARTICIPANT));
            assertEquals(owners.total().needs() + 3, view(CHAD).total().needs());
            Inserted.needs(database, 2, 1000, "PARTICIPANTS", false);
            assertEquals(before, view(PUBLIC));
            assertEquals(
                    participants.total().needs() + 2, view(PARTICIPANT).total().needs());
        });
    }

    @Test
    void offersOfOthersAreInNoFigureAndNoList() {
        rolledBack(() -> {
            MatrixView before = view(PUBLIC);
            MatrixView others = view(MXB);
            Inserted.offers(database, 3, "MXC", "COMMITTEE", true);
            assertEquals(before, view(PUBLIC));
            assertEquals(others, view(MXB));
            assertNotEquals(before, view(MXC));
            assertTrue(view(MXC).total().offers() > before.total().offers() + 2);
        });
    }

    @Test
    void aPlanIsSeenByNobodyButTheExpertsUntilItIsPutForward() {
        rolledBack(() -> {
            UUID run = Inserted.run(database);
            Inserted.needs(database, 1, 10, "PUBLIC", false);
            Inserted.offers(database, 1, "MXA", "PUBLIC", false);
            Inserted.plan(database, run);
            for (Reader reader : List.of(PUBLIC, PARTICIPANT, CHAD, MXA, COMMITTEE)) {
                assertNull(view(reader).proposedBy(), reader.name());
                assertEquals(0, view(reader).total().proposedUsd(), reader.name());
                assertEquals(0, view(reader).total().proposedNeeds(), reader.name());
            }
            assertEquals(run, view(EXPERT).proposedBy());
            assertEquals(10, view(EXPERT).total().proposedUsd());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRMED", "IN_DELIVERY", "DELIVERED", "CLOSED"})
    void aMatchCountsForWhoeverSeesBothItsSides(String status) {
        rolledBack(() -> {
            Map<Reader, MatrixView.Figures> before = totals();
            Inserted.needs(database, 1, 1000, "PUBLIC", false);
            Inserted.offers(database, 1, "MXC", "PARTICIPANTS", false);
            Inserted.proposals(database, status);
            assertMatched(before, Set.of(PARTICIPANT, CHAD, MXC, COMMITTEE, EXPERT), 1000);
        });
    }

    @Test
    void aPartyCountsItsMatchThoughItDoesNotSeeTheOtherSide() {
        rolledBack(() -> {
            Map<Reader, MatrixView.Figures> before = totals();
            Inserted.needs(database, 1, 1000, "PUBLIC", false);
            Inserted.offers(database, 1, "MXC", "COMMITTEE", false);
            Inserted.proposals(database, "CONFIRMED");
            assertMatched(before, Set.of(CHAD, MXC, COMMITTEE, EXPERT), 1000);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWAITS_PROVIDER", "WITHDRAWN"})
    void aProposalIsNoMatch(String status) {
        rolledBack(() -> {
            Map<Reader, MatrixView.Figures> before = totals();
            Inserted.needs(database, 1, 1000, "PUBLIC", false);
            Inserted.offers(database, 1, "MXA", "PUBLIC", false);
            Inserted.proposals(database, status);
            assertMatched(before, Set.of(), 0);
        });
    }

    @Test
    void aNeedIsUnmetUntilAllOfItIsMatched() {
        rolledBack(() -> {
            MatrixView.Figures before = view(EXPERT).total();
            Inserted.needs(database, 1, 1000, "PUBLIC", false);
            database.createNativeQuery("update need set tranches = 2 where title = 'Inserted'")
                    .executeUpdate();
            Inserted.offers(database, 1);
            Inserted.proposals(database, "CONFIRMED");
            assertFigures(before, view(EXPERT).total(), 1, 500, 1, 500);
            Inserted.offers(database, 1);
            database.createNativeQuery(
                            "update proposal set status = 'WITHDRAWN', ended_at = now(), ended_by = 'EXPERTS'"
                                    + " where need_title = 'Inserted'")
                    .executeUpdate();
            assertFigures(before, view(EXPERT).total(), 0, 0, 1, 1000);
            Inserted.proposals(database, "CONFIRMED");
            assertFigures(before, view(EXPERT).total(), 1, 1000, 0, 0);
        });
    }

    private Map<Reader, MatrixView.Figures> totals() {
        return Stream.of(PUBLIC, PARTICIPANT, CHAD, MXA, MXC, COMMITTEE, EXPERT)
                .collect(Collectors.toMap(
                        reader -> reader, reader -> view(reader).total()));
    }

    private void assertMatched(Map<Reader, MatrixView.Figures> before, Set<Reader> seeing, long usd) {
        before.forEach((reader, figures) -> {
            boolean sees = seeing.contains(reader);
            assertFigures(figures, view(reader).total(), sees ? 1 : 0, sees ? usd : 0, sees ? 0 : 1, sees ? 0 : 1000);
        });
    }

    private static void assertFigures(
            MatrixView.Figures before,
            MatrixView.Figures now,
            int matchedNeeds,
            long matchedUsd,
            int unmetNeeds,
            long unmetUsd) {
        assertEquals(
                List.of((long) matchedNeeds, matchedUsd, (long) unmetNeeds, unmetUsd),
                List.of(
                        (long) now.matchedNeeds() - before.matchedNeeds(),
                        now.matchedUsd() - before.matchedUsd(),
                        (long) now.unmetNeeds() - before.unmetNeeds(),
                        now.unmetUsd() - before.unmetUsd()));
    }

    @Test
    void theMarkOfTheSampleTellsOfWhatIsSeenAndOfNothingElse() {
        rolledBack(() -> {
            database.createNativeQuery("update need set sample = false").executeUpdate();
            database.createNativeQuery("update offer set sample = false").executeUpdate();
            assertFalse(view(Reader.system()).sample());
            Inserted.needs(database, 1, 1, "COMMITTEE", true);
            assertFalse(view(PUBLIC).sample());
            assertTrue(view(CHAD).sample());
        });
        rolledBack(() -> {
            database.createNativeQuery("update need set sample = false").executeUpdate();
            database.createNativeQuery("update offer set sample = false").executeUpdate();
            Inserted.offers(database, 1, "MXC", "COMMITTEE", true);
            assertFalse(view(PUBLIC).sample());
            assertTrue(view(MXC).sample());
            assertTrue(view(MXC).programmes().stream()
                    .anyMatch(programme -> programme.provider().equals("MXC") && programme.sample()));
        });
    }

    @Test
    void aFigureThatRestsOnASampleOfferIsMarkedThoughTheOfferIsNotShown() {
        rolledBack(() -> {
            database.createNativeQuery("update need set sample = false").executeUpdate();
            database.createNativeQuery("update offer set sample = false").executeUpdate();
            Inserted.needs(database, 1);
            Inserted.offers(database, 1, "MXA", "PUBLIC", true);
            Inserted.plan(database, Inserted.run(database));
            database.createNativeQuery("update offer set status = 'SUSPENDED' where title = 'Inserted'")
                    .executeUpdate();
            assertTrue(view(EXPERT).sample());
        });
    }

    @Test
    void aProviderThatMayNotBeSeenIsNeitherNamedNorReached() {
        MatrixView.Programme seen =
                programme(Reader.system(), MatrixRows.REGION, "mx-africa").orElseThrow();
        assertEquals("Union C", seen.providerName());
        assertEquals("https://c.example", seen.contact().website());
        for (Reader reader : List.of(PUBLIC, PARTICIPANT, MXB)) {
            MatrixView.Programme hidden =
                    programme(reader, MatrixRows.REGION, "mx-africa").orElseThrow();
            assertNull(hidden.providerName(), reader.name());
            assertNull(hidden.contact(), reader.name());
        }
        assertEquals(seen, programme(MXC, MatrixRows.REGION, "mx-africa").orElseThrow());
        assertNull(
                programme(PUBLIC, MatrixRows.REGION, "mx-islands").orElseThrow().providerName());
        assertNotNull(programme(PARTICIPANT, MatrixRows.REGION, "mx-islands")
                .orElseThrow()
                .contact());
    }

    @Test
    void anOffersOwnContactGoesBeforeItsProviders() {
        MatrixView.Programme programme =
                programme(PUBLIC, MatrixRows.REGION, "mx-contact").orElseThrow();
        assertEquals("desk@fund.example", programme.contact().email());
        assertEquals("Programmes", programme.contact().office());
    }

    @Test
    void whomAProviderExcludesIsSeenByItsAuthorTheExpertsAndTheCommitteeAlone() {
        assertTrue(isIn("mx-nowhere", "AFG", PUBLIC));
        assertTrue(isIn("mx-nowhere", "AFG", PARTICIPANT));
        assertTrue(isIn("mx-nowhere", "AFG", MXC));
        assertFalse(isIn("mx-nowhere", "AFG", MXB));
        assertFalse(isIn("mx-nowhere", "AFG", Reader.system()));
        assertTrue(isIn("mx-africa", "DZA", PUBLIC));
        assertTrue(isIn("mx-africa", "KEN", PUBLIC));
        assertFalse(isIn("mx-africa", "DZA", MXC));
        assertTrue(isIn("mx-africa", "KEN", MXC));
    }

    private boolean isIn(String offer, String state, Reader reader) {
        MatrixView view = view(reader);
        return view.cells().stream()
                .filter(cell -> cell.row().equals(state))
                .flatMap(cell -> cell.programmes().stream())
                .anyMatch(number -> view.programmes().get(number).reference().equals(offer));
    }

    private Optional<MatrixView.Programme> programme(Reader reader, MatrixRows rows, String offer) {
        return matrix.view(reader, rows, MatrixColumns.THEME, everything(), Language.EN).programmes().stream()
                .filter(programme -> programme.reference().equals(offer))
                .findFirst();
    }

    private MatrixView view(Reader reader) {
        return matrix.view(reader, MatrixRows.STATE, MatrixColumns.THEME, everything(), Language.EN);
    }

    private MatrixFilter everything() {
        return new MatrixParameters().filter(reference);
    }

    private static void rolledBack(Runnable test) {
        Inserted.andRolledBack(() -> {
            test.run();
            return true;
        });
    }

    private static Reader reader(String name, Set<Audience> audiences, Owner... owners) {
        return new Reader(name, Set.of(), audiences, Set.of(owners), false, false);
    }
}
