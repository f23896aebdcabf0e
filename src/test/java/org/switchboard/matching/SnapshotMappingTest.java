package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.FitCriterion;
import org.switchboard.matching.engine.candidate.FitPart;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferStatus;
import org.switchboard.offer.OfferView;
import org.switchboard.reference.ReferenceData;

class SnapshotMappingTest {

    private static final ReferenceData REFERENCE = ReferenceData.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);

    @Test
    void aNeedIsCarriedOverInTheTermsOfTheEngine() {
        Problem problem = snapshot(
                        NeedDraft.of("KEN", "1").cost(200_000).parts(2, true).stage("A"), OfferDraft.of("UNDP", "1"))
                .problem();

        Need need = problem.needs().get(0);
        assertEquals(0, need.state());
        assertEquals('A', need.stage());
        assertEquals(200_000, need.costUsd());
        assertEquals(2, need.parts());
        assertTrue(need.partialOk());
        assertEquals(283, need.weight(), "medium at 200,000 dollars, in hundredths");
        assertEquals(1, need.from());
        assertEquals(2, need.to());
        assertEquals(HalfYears.PERIODS, problem.periods());
    }

    @Test
    void anOfferIsCarriedOverInTheTermsOfTheEngine() {
        Problem problem = snapshot(
                        NeedDraft.of("KEN", "1"),
                        OfferDraft.of("UNDP", "1")
                                .money(900_000, 5_000, 300_000, 400_000)
                                .maxNeeds(7)
                                .period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 3, 1)))
                .problem();

        Offer offer = problem.offers().get(0);
        assertEquals(900_000, offer.budgetUsd());
        assertEquals(5_000, offer.floorUsd());
        assertEquals(300_000, offer.ceilingUsd());
        assertEquals(400_000, offer.perStateCapUsd());
        assertEquals(7, offer.maxNeeds());
        assertEquals(0, offer.from());
        assertEquals(1, offer.to());
    }

    @ParameterizedTest
    @CsvSource({"100001, 4, 100004", "100000, 4, 100000", "99999, 2, 100000", "99999, 1, 99999", "1, 4, 4"})
    void aCostIsRoundedUpToWholeDollarsAPart(long cost, int parts, long rounded) {
        Snapshot snapshot = snapshot(NeedDraft.of("KEN", "1").cost(cost).parts(parts, true), OfferDraft.of("U", "1"));

        assertEquals(rounded, snapshot.problem().needs().get(0).costUsd());
    }

    @ParameterizedTest
    @ValueSource(longs = {100_001, 100_002, 100_003, 100_004, 7, 5, 3, 1})
    void allPartsOfANeedTogetherCostExactlyWhatItCosts(long cost) {
        Snapshot snapshot = snapshot(NeedDraft.of("KEN", "1").cost(cost).parts(4, true), OfferDraft.of("U", "1"));

        for (List<Integer> shares : List.of(List.of(4), List.of(1, 3), List.of(2, 1, 1), List.of(1, 1, 1, 1))) {
            long sum = 0;
            int before = 0;
            for (int parts : shares) {
                long usd = snapshot.usd(0, before, parts);
                assertTrue(usd >= 0
                        && usd <= parts * snapshot.problem().needs().get(0).partCostUsd());
                sum += usd;
                before += parts;
            }
            assertEquals(cost, sum);
        }
    }

    @Test
    void theLastPartCarriesTheRemainder() {
        Snapshot snapshot = snapshot(NeedDraft.of("KEN", "1").cost(100_001).parts(4, true), OfferDraft.of("U", "1"));

        assertEquals(25_001, snapshot.usd(0, 0, 1));
        assertEquals(24_998, snapshot.usd(0, 3, 1));
        assertEquals(0, snapshot.usd(0, 4, 1), "beyond the need, as agreed matches can be");
    }

    @Test
    void bandsSlopesAndChargesComeFromThePolicy() {
        PolicyContent policy = policy(Map.of(), List.of());

        Problem problem = mapping(policy, Commitments.Standing.none())
                .of(List.of(NeedDraft.of("KEN", "1").cost(5_000_000).view()), List.of())
                .problem();

        assertEquals(7, problem.slopes().first());
        assertEquals(5, problem.slopes().second());
        assertEquals(2, problem.slopes().third());
        assertEquals(11 * 400, problem.states().get(0).b1(), "hundredths of weighted quarters");
        assertEquals(23 * 400, problem.states().get(0).b2());
        assertEquals(31, problem.fragPenalty());
        assertEquals(17, problem.changePenalty());
    }

    @Test
    void aStateWithoutAFigureOfItsOwnAbsorbsWhatThePolicySays() {
        PolicyContent policy = policy(Map.of("UGA", 2), List.of());

        Problem problem = mapping(policy, Commitments.Standing.none())
                .of(
                        List.of(
                                NeedDraft.of("KEN", "1").view(),
                                NeedDraft.of("UGA", "1").view()),
                        List.of())
                .problem();

        assertEquals(6, problem.states().get(0).absorption());
        assertEquals(2, problem.states().get(1).absorption());
    }

    @Test
    void statesAreNumberedAsTheyAreMetAndCarryTheirRegion() {
        Problem problem = mapping()
                .of(
                        List.of(
                                NeedDraft.of("UGA", "1").view(),
                                NeedDraft.of("ALB", "1").view(),
                                NeedDraft.of("UGA", "2").view(),
                                NeedDraft.of("KEN", "1").view()),
                        List.of(OfferDraft.of("U", "1")
                                .excluding(List.of("TUV", "KEN"))
                                .view()))
                .problem();

        assertEquals(
                List.of(0, 1, 0, 2), problem.needs().stream().map(Need::state).toList());
        assertEquals(3, problem.states().size());
        assertEquals(problem.states().get(0).region(), problem.states().get(2).region());
        assertFalse(problem.states().get(0).region() == problem.states().get(1).region());
    }

    @Test
    void anOfferForAnAreaServesItsSubAreasButNotTheOtherWayRound() {
        List<NeedView> needs = List.of(
                NeedDraft.of("KEN", "area").theme("FIN").view(),
                NeedDraft.of("KEN", "sub").theme("FIN.FIU").view());
        List<OfferView> offers = List.of(
                OfferDraft.of("U", "area").themes(List.of("FIN")).view(),
                OfferDraft.of("U", "sub").themes(List.of("FIN.FIU")).view(),
                OfferDraft.of("U", "other sub").themes(List.of("FIN.AML")).view(),
                OfferDraft.of("U", "other").themes(List.of("LEG")).view(),
                OfferDraft.of("U", "any").view());

        assertEquals(List.of(0, 4), offersOf(needs, offers, 0));
        assertEquals(List.of(0, 1, 4), offersOf(needs, offers, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"002", "202", "014"})
    void anOfferForAPlaceOfAnyLevelServesTheStatesInIt(String place) {
        OfferView offer =
                OfferDraft.of("U", "1").places(List.of(place), List.of()).view();

        assertEquals(List.of(0), offersOf(List.of(NeedDraft.of("KEN", "1").view()), List.of(offer), 0));
        assertEquals(List.of(), offersOf(List.of(NeedDraft.of("ALB", "1").view()), List.of(offer), 0));
    }

    @Test
    void namedStatesAreServedBesideRegionsAndExcludedOnesAreNot() {
        List<OfferView> offers = List.of(
                OfferDraft.of("U", "1")
                        .places(List.of("014"), List.of("ALB"))
                        .excluding(List.of("UGA"))
                        .view(),
                OfferDraft.of("U", "2").excluding(List.of("KEN")).view());

        assertEquals(List.of(0), offersOf(List.of(NeedDraft.of("KEN", "1").view()), offers, 0));
        assertEquals(List.of(1), offersOf(List.of(NeedDraft.of("UGA", "1").view()), offers, 0));
        assertEquals(List.of(0, 1), offersOf(List.of(NeedDraft.of("ALB", "1").view()), offers, 0));
        assertEquals(List.of(1), offersOf(List.of(NeedDraft.of("TUV", "1").view()), offers, 0));
    }

    @Test
    void blockedProvidersAndThoseWithoutACommonLanguageAreNoCandidates() {
        List<OfferView> offers = List.of(
                OfferDraft.of("UNDP", "1").view(),
                OfferDraft.of("IOM", "1").view(),
                OfferDraft.of("UNESCO", "1").languages(List.of("fr")).view(),
                OfferDraft.of("UNESCO", "2").languages(List.of("fr", "sw")).view());
        NeedView need = NeedDraft.of("KEN", "1")
                .languages(List.of("en", "sw"))
                .blocking(List.of("IOM"))
                .view();

        assertEquals(List.of(0, 3), offersOf(List.of(need), offers, 0));
        assertEquals(
                problem(List.of(need), offers).offers().get(1).provider(),
                problem(List.of(need), offers).needs().get(0).blockedProviders().stream()
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aReleasedNeedGoesOnlyToTheProvidersItWasReleasedTo() {
        List<OfferView> offers = List.of(
                OfferDraft.of("UNDP", "1").view(), OfferDraft.of("IOM", "1").view());

        assertEquals(
                List.of(1),
                offersOf(List.of(NeedDraft.of("KEN", "1").releasedOnlyTo("IOM").view()), offers, 0));
        assertEquals(
                List.of(),
                offersOf(List.of(NeedDraft.of("KEN", "1").releasedOnlyTo().view()), offers, 0));
    }

    @Test
    void onlyActiveFundedOffersAndOpenNeedsAreMatched() {
        for (OfferStatus status : OfferStatus.values()) {
            assertEquals(
                    status == OfferStatus.ACTIVE ? List.of(0) : List.of(),
                    offersOf(
                            List.of(NeedDraft.of("KEN", "1").view()),
                            List.of(OfferDraft.of("U", "1").status(status).view()),
                            0));
        }
        for (NeedStatus status : NeedStatus.values()) {
            assertEquals(
                    status == NeedStatus.OPEN ? List.of(0) : List.of(),
                    offersOf(
                            List.of(NeedDraft.of("KEN", "1").status(status).view()),
                            List.of(OfferDraft.of("U", "1").view()),
                            0));
        }
        assertEquals(
                List.of(),
                offersOf(
                        List.of(NeedDraft.of("KEN", "1").view()),
                        List.of(OfferDraft.of("U", "1").potential().view()),
                        0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIN", "FIN.FIU"})
    void aThemeOfThePolicyAsksForAFindingOnRecord(String listed) {
        PolicyContent policy = policy(Map.of(), List.of(listed));
        NeedView need = NeedDraft.of("KEN", "1").theme("FIN.FIU").view();
        List<OfferView> offers = List.of(
                OfferDraft.of("UNDP", "1").view(), OfferDraft.of("IOM", "1").view());
        Commitments.Standing found = new Commitments.Standing(
                List.of(), List.of(), List.of(), List.of(new Commitments.Finding(need.id(), "IOM")), List.of());

        assertEquals(List.of(), offers(mapping(policy, Commitments.Standing.none()), List.of(need), offers));
        assertEquals(List.of(1), offers(mapping(policy, found), List.of(need), offers));
        NeedView other = NeedDraft.of("KEN", "2").theme("FIN.AML").view();
        assertEquals(
                listed.equals("FIN") ? List.of() : List.of(0, 1),
                offers(mapping(policy, found), List.of(other), offers));
    }

    @Test
    void anOfferCanAskForAFindingOfItsOwn() {
        NeedView need = NeedDraft.of("KEN", "1").view();
        List<OfferView> offers =
                List.of(OfferDraft.of("IOM", "1").requiringDueDiligence().view());
        Commitments.Standing found = new Commitments.Standing(
                List.of(), List.of(), List.of(), List.of(new Commitments.Finding(need.id(), "IOM")), List.of());

        assertEquals(List.of(), offersOf(List.of(need), offers, 0));
        assertEquals(List.of(0), offers(mapping(PolicyContent.initial(), found), List.of(need), offers));
    }

    @Test
    void aPinnedPairIsACandidateWhateverTheRulesSay() {
        NeedView need = NeedDraft.of("KEN", "1")
                .status(NeedStatus.MATCHED)
                .parts(2, false)
                .languages(List.of("fr"))
                .blocking(List.of("IOM"))
                .view();
        OfferView offer = OfferDraft.of("IOM", "1")
                .status(OfferStatus.SUSPENDED)
                .excluding(List.of("KEN"))
                .view();
        SnapshotMapping mapping = mapping(PolicyContent.initial(), pinning(row(need, offer, 1)));

        Problem problem = mapping.of(List.of(need), List.of(offer)).problem();

        assertEquals(List.of(new PlanRow(0, 0, 1)), problem.pinned());
        assertEquals(0, problem.candidates().find(0, 0));
        assertEquals(
                Set.of(
                        CandidateRule.COMMON_LANGUAGE,
                        CandidateRule.PROVIDER_NOT_BLOCKED,
                        CandidateRule.STATE_NOT_EXCLUDED,
                        CandidateRule.OFFER_ACTIVE,
                        CandidateRule.NEED_OPEN),
                mapping().candidates(List.of(need), List.of(offer)).rulesBroken(0, 0));
    }

    @Test
    void whatIsLeftOfAPartlyMatchedNeedIsMatched() {
        NeedView need = NeedDraft.of("KEN", "1")
                .status(NeedStatus.MATCHED)
                .parts(2, true)
                .view();
        List<OfferView> offers = List.of(
                OfferDraft.of("IOM", "1").view(), OfferDraft.of("UNDP", "1").view());

        assertEquals(
                List.of(0, 1),
                offers(mapping(PolicyContent.initial(), pinning(row(need, offers.get(0), 1))), List.of(need), offers));
        assertEquals(
                List.of(0),
                offers(mapping(PolicyContent.initial(), pinning(row(need, offers.get(0), 2))), List.of(need), offers));
    }

    @Test
    void severalAgreedMatchesOfOnePairAreOneRow() {
        NeedView need = NeedDraft.of("KEN", "1").parts(4, true).view();
        OfferView offer = OfferDraft.of("IOM", "1").view();

        Problem problem = mapping(PolicyContent.initial(), pinning(row(need, offer, 1), row(need, offer, 2)))
                .of(List.of(need), List.of(offer))
                .problem();

        assertEquals(List.of(new PlanRow(0, 0, 3)), problem.pinned());
    }

    @Test
    void anAgreedMatchOfMorePartsThanTheNeedHasIsRefusedByName() {
        NeedView need = NeedDraft.of("KEN", "FIU-1").parts(2, true).view();
        OfferView offer = OfferDraft.of("IOM", "B-7").view();
        SnapshotMapping mapping = mapping(PolicyContent.initial(), pinning(row(need, offer, 3)));

        InvalidProblemException refused =
                assertThrows(InvalidProblemException.class, () -> mapping.of(List.of(need), List.of(offer)));

        assertEquals(
                "agreed match of need KEN FIU-1 with offer IOM B-7: holds 3 parts, but the need has only 2",
                refused.getMessage());
    }

    @Test
    void rowsOfWhatIsNotInTheSnapshotAreLeftOut() {
        NeedView need = NeedDraft.of("KEN", "1").view();
        OfferView offer = OfferDraft.of("IOM", "1").view();
        NeedView goneNeed = NeedDraft.of("KEN", "2").view();
        OfferView goneOffer = OfferDraft.of("IOM", "2").view();
        List<Commitments.Row> rows = List.of(row(goneNeed, offer, 1), row(need, goneOffer, 1));

        Problem problem = mapping(
                        PolicyContent.initial(), new Commitments.Standing(rows, List.of(), rows, List.of(), List.of()))
                .of(List.of(need), List.of(offer))
                .problem();

        assertEquals(List.of(), problem.pinned());
        assertEquals(List.of(), problem.previous());
    }

    @Test
    void thePlanLastPutForwardIsKeptWhereItsNeedsAreStillCutSo() {
        NeedView same = NeedDraft.of("KEN", "1").parts(4, true).view();
        NeedView cutOtherwise = NeedDraft.of("KEN", "2").parts(1, true).view();
        OfferView offer = OfferDraft.of("IOM", "1").languages(List.of("ru")).view();

        Problem problem = mapping(
                        PolicyContent.initial(),
                        new Commitments.Standing(
                                List.of(),
                                List.of(),
                                List.of(row(same, offer, 3), row(cutOtherwise, offer, 3)),
                                List.of(),
                                List.of()))
                .of(List.of(same, cutOtherwise), List.of(offer))
                .problem();

        assertEquals(List.of(new PlanRow(0, 0, 3)), problem.previous());
        assertEquals(0, problem.candidates().size(), "it does not make a candidate");
    }

    @Test
    void aBannedProviderIsNoCandidateForThatNeedAlone() {
        List<NeedView> needs = List.of(
                NeedDraft.of("KEN", "1").view(), NeedDraft.of("KEN", "2").view());
        List<OfferView> offers = List.of(
                OfferDraft.of("IOM", "1").view(), OfferDraft.of("UNDP", "1").view());
        Commitments.Standing banned = new Commitments.Standing(
                List.of(), List.of(new Commitments.Ban(needs.get(0).id(), "IOM")), List.of(), List.of(), List.of());

        Problem problem =
                mapping(PolicyContent.initial(), banned).of(needs, offers).problem();

        assertEquals(List.of(1), offersOf(problem, 0));
        assertEquals(List.of(0, 1), offersOf(problem, 1));
        assertTrue(problem.needs().get(0).blockedProviders().isEmpty(), "the ban is not the State's block");
    }

    @Test
    void pastWorkWithAStateGivesItsShareOfThePoints() {
        List<NeedView> needs = List.of(
                NeedDraft.of("KEN", "1").view(), NeedDraft.of("UGA", "1").view());
        List<OfferView> offers = List.of(
                OfferDraft.of("IOM", "1").view(), OfferDraft.of("UNDP", "1").view());
        Commitments.Standing rated = new Commitments.Standing(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Commitments.Rating("IOM", "KEN", 1), new Commitments.Rating("UNDP", "UGA", 0.4)));
        SnapshotMapping mapping = mapping(PolicyContent.initial(), rated);

        assertEquals(15, pastWork(mapping, needs, offers, 0, 0));
        assertEquals(0, pastWork(mapping, needs, offers, 0, 1));
        assertEquals(0, pastWork(mapping, needs, offers, 1, 0));
        assertEquals(6, pastWork(mapping, needs, offers, 1, 1));
    }

    @Test
    void knowsWhetherSampleItemsTakePart() {
        assertFalse(snapshot(NeedDraft.of("KEN", "1"), OfferDraft.of("U", "1")).holdsSample());
    }

    @Test
    void nothingStoredMakesAnEmptyProblem() {
        Problem problem = problem(List.of(), List.of());

        assertEquals(
                0,
                problem.needs().size()
                        + problem.offers().size()
                        + problem.states().size());
    }

    private static int pastWork(
            SnapshotMapping mapping, List<NeedView> needs, List<OfferView> offers, int need, int offer) {
        return mapping.candidates(needs, offers).fit(need, offer).parts().stream()
                .filter(part -> part.criterion() == FitCriterion.PAST_WORK)
                .mapToInt(FitPart::points)
                .sum();
    }

    private static Commitments.Standing pinning(Commitments.Row... pins) {
        return new Commitments.Standing(List.of(pins), List.of(), List.of(), List.of(), List.of());
    }

    private static Commitments.Row row(NeedView need, OfferView offer, int parts) {
        UUID needId = need.id();
        return new Commitments.Row(needId, offer.id(), parts);
    }

    private static PolicyContent policy(Map<String, Integer> absorption, List<String> dueDiligence) {
        return new PolicyContent(
                new PolicyContent.FitPoints(25, 25, 25, 15, 10),
                List.of(7, 5, 2),
                11,
                23,
                0.5,
                6,
                absorption,
                31,
                17,
                dueDiligence);
    }

    private static SnapshotMapping mapping() {
        return mapping(PolicyContent.initial(), Commitments.Standing.none());
    }

    private static SnapshotMapping mapping(PolicyContent policy, Commitments.Standing standing) {
        return new SnapshotMapping(REFERENCE, policy, standing, RunAdjustments.NONE, Set.of(), TODAY);
    }

    private static Snapshot snapshot(NeedDraft need, OfferDraft offer) {
        return mapping().of(List.of(need.view()), List.of(offer.view()));
    }

    private static Problem problem(List<NeedView> needs, List<OfferView> offers) {
        return mapping().of(needs, offers).problem();
    }

    private static List<Integer> offersOf(List<NeedView> needs, List<OfferView> offers, int need) {
        return offersOf(problem(needs, offers), need);
    }

    private static List<Integer> offers(SnapshotMapping mapping, List<NeedView> needs, List<OfferView> offers) {
        return offersOf(mapping.of(needs, offers).problem(), 0);
    }

    private static List<Integer> offersOf(Problem problem, int need) {
        return IntStream.range(
                        problem.candidates().first(need), problem.candidates().end(need))
                .mapToObj(problem.candidates()::offer)
                .toList();
    }
}
