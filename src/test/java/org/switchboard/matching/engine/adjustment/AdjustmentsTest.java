package org.switchboard.matching.engine.adjustment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchboard.matching.engine.Candidate;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.Rules;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.ProgressListener;
import org.switchboard.matching.engine.search.RunningStopwatch;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;

class AdjustmentsTest {

    private static final int NEEDS = 60;
    private static final int OFFERS = 15;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onlyWhatIsAskedChanges(int seed) {
        Problem before = problem(seed);
        Adjustments asked = random(seed, before);

        Problem after = asked.applyTo(before);

        assertEquals(before.states(), after.states());
        assertEquals(before.needs(), after.needs());
        assertEquals(before.slopes(), after.slopes());
        assertEquals(before.previous(), after.previous());
        Set<PlanRow> lockedRows = rowsOf(before.previous(), asked.lockedOffers()::contains);
        Set<PlanRow> expected = new HashSet<>(before.pinned());
        expected.addAll(asked.pins());
        Set<Pair> taken = expected.stream().map(Pair::of).collect(Collectors.toSet());
        lockedRows.stream().filter(row -> !taken.contains(Pair.of(row))).forEach(expected::add);
        assertEquals(expected, new HashSet<>(after.pinned()));
        Set<Pair> standing = after.pinned().stream().map(Pair::of).collect(Collectors.toSet());
        Set<Candidate> left = all(before.candidates()).stream()
                .filter(candidate -> {
                    Pair pair = new Pair(candidate.need(), candidate.offer());
                    return standing.contains(pair)
                            || !asked.leftAlone().contains(candidate.need())
                                    && !asked.lockedOffers().contains(candidate.offer())
                                    && !asked.bans().contains(pair);
                })
                .collect(Collectors.toSet());
        assertEquals(left, all(after.candidates()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPlanKeepsToIt(int seed) {
        Problem before = problem(seed);
        Adjustments asked = random(seed, before);
        Problem after = asked.applyTo(before);

        List<PlanRow> plan = new Matching(
                        after,
                        SolveOptions.of(SolveLimits.ofSteps(500), seed),
                        ProgressListener.SILENT,
                        new RunningStopwatch())
                .solve()
                .plan()
                .rows();

        assertEquals(List.of(), Rules.besidePins(after).breaches(plan));
        Set<PlanRow> standing = new HashSet<>(after.pinned());
        assertTrue(plan.containsAll(standing));
        for (PlanRow row : plan) {
            if (!standing.contains(row)) {
                assertTrue(!asked.leftAlone().contains(row.need()), "left alone: " + row);
                assertTrue(!asked.lockedOffers().contains(row.offer()), "locked: " + row);
                assertTrue(!asked.bans().contains(Pair.of(row)), "banned: " + row);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void askingTwiceChangesNothingMore(int seed) {
        Adjustments asked = random(seed, problem(seed));
        Problem once = asked.applyTo(problem(seed));

        assertEquals(once, asked.applyTo(once));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingAskedChangesNothing(int seed) {
        assertEquals(problem(seed), Adjustments.NONE.applyTo(problem(seed)));
    }

    @Test
    void aNeedLeftAloneKeepsWhatIsPinnedAndGetsNothingElse() {
        Problem problem = new ProblemDraft()
                .state()
                .need(100, 4, 1, true)
                .offer()
                .offer()
                .allCandidates(50)
                .pinned(0, 1, 2)
                .build();

        Problem after = adjustments().leftAlone(0).build().applyTo(problem);

        assertEquals(List.of(new PlanRow(0, 1, 2)), after.pinned());
        assertEquals(Set.of(new Candidate(0, 1, 50)), all(after.candidates()));
    }

    @Test
    void aLockedOfferWithoutARowBeforeTakesNothing() {
        Problem after = adjustments()
                .locked(1)
                .build()
                .applyTo(twoByTwo().previous(0, 0, 1).build());

        assertEquals(List.of(), after.pinned());
        assertEquals(Set.of(new Candidate(0, 0, 50), new Candidate(1, 0, 50)), all(after.candidates()));
    }

    @Test
    void whatStandsIsACandidateThoughItWasNone() {
        Problem problem = new ProblemDraft()
                .state()
                .need(100, 1, 1, false)
                .need(100, 1, 1, false)
                .offer()
                .offer()
                .candidate(0, 0, 70)
                .previous(0, 1, 1)
                .build();

        Problem after = adjustments().pin(1, 0, 1).locked(1).build().applyTo(problem);

        assertEquals(
                Set.of(new Candidate(0, 0, 70), new Candidate(0, 1, 0), new Candidate(1, 0, 0)),
                all(after.candidates()));
        assertEquals(Set.of(new PlanRow(0, 1, 1), new PlanRow(1, 0, 1)), Set.copyOf(after.pinned()));
    }

    @Test
    void aPinStandsThoughTheLimitsNoLongerAllowIt() {
        Problem problem = twoByTwo().build();

        Problem after = adjustments().pin(0, 0, 1).limits(0, 10, 10, 10).build().applyTo(problem);
        List<PlanRow> plan = new Matching(
                        after,
                        SolveOptions.of(SolveLimits.ofSteps(200), 1),
                        ProgressListener.SILENT,
                        new RunningStopwatch())
                .solve()
                .plan()
                .rows();

        assertEquals(10, after.offers().get(0).budgetUsd());
        assertEquals(List.of(new PlanRow(0, 0, 1), new PlanRow(1, 1, 1)), plan, "and nothing is added to it");
    }

    @Test
    void supposedLimitsChangeTheMoneyOfAnOfferAndNothingElse() {
        Problem problem = problem(3);
        Offer before = problem.offers().get(2);

        Offer after = adjustments()
                .limits(2, 7_000, 6_000, 5_000)
                .build()
                .applyTo(problem)
                .offers()
                .get(2);

        assertEquals(
                new Offer(
                        before.provider(),
                        before.areas(),
                        before.types(),
                        before.regions(),
                        7_000,
                        before.floorUsd(),
                        6_000,
                        before.maxNeeds(),
                        5_000,
                        before.languages(),
                        before.from(),
                        before.to()),
                after);
    }

    @Test
    void anAgreedRowStandsWhereALockedOfferHadOtherParts() {
        Problem problem = new ProblemDraft()
                .state()
                .need(100, 4, 1, true)
                .offer()
                .allCandidates(50)
                .previous(0, 0, 1)
                .pinned(0, 0, 3)
                .build();

        assertEquals(
                List.of(new PlanRow(0, 0, 3)),
                adjustments().locked(0).build().applyTo(problem).pinned());
    }

    @Test
    void refusesABanOfWhatStands() {
        Problem agreed = twoByTwo().pinned(0, 0, 1).previous(1, 1, 1).build();

        refuses(agreed, adjustments().ban(0, 0), "bans: need 0 and offer 0 are pinned, so they cannot be banned");
        refuses(agreed, adjustments().pin(1, 0, 1).ban(1, 0), "bans: need 1 and offer 0 are pinned");
        refuses(agreed, adjustments().locked(1).ban(1, 1), "bans: need 1 and offer 1 are pinned");
    }

    @Test
    void refusesPinsThatContradictEachOther() {
        Problem agreed = new ProblemDraft()
                .state()
                .need(100, 4, 1, true)
                .offer()
                .offer()
                .allCandidates(50)
                .pinned(0, 0, 1)
                .previous(0, 1, 1)
                .build();

        refuses(agreed, adjustments().pin(0, 0, 2), "pins: need 0 and offer 0 are pinned with other parts already");
        refuses(agreed, adjustments().pin(0, 1, 2).locked(1), "no row of the plan that is started from");
        assertEquals(agreed, adjustments().pin(0, 0, 1).build().applyTo(agreed), "the same row twice is one");
        adjustments().pin(0, 1, 1).locked(1).build().applyTo(agreed);
    }

    @Test
    void refusesWhatTheProblemDoesNotHave() {
        Problem problem = twoByTwo().build();

        refuses(problem, adjustments().pin(2, 0, 1), "pins: unknown need 2");
        refuses(problem, adjustments().pin(0, 2, 1), "pins: unknown offer 2");
        refuses(problem, adjustments().pin(0, 0, 2), "pinned[0]: parts must be 1 to 1, are 2");
        refuses(problem, adjustments().leftAlone(-1), "left alone: unknown need -1");
        refuses(problem, adjustments().ban(2, 0), "bans: unknown need 2");
        refuses(problem, adjustments().ban(0, 9), "bans: unknown offer 9");
        refuses(problem, adjustments().locked(2), "locked offers: unknown offer 2");
        refuses(problem, adjustments().limits(2, 1, 1, 1), "limits: unknown offer 2");
        refuses(problem, adjustments().limits(0, -1, 1, 1), "offer.budget: must not be negative, is -1");
    }

    private static void refuses(Problem problem, Draft asked, String words) {
        Adjustments adjustments = asked.build();
        String message = assertThrows(InvalidProblemException.class, () -> adjustments.applyTo(problem))
                .getMessage();
        assertTrue(message.contains(words), message);
    }

    /** Every other problem has pins that break limits already. */
    private static Problem problem(int seed) {
        return seed % 2 == 0
                ? RandomProblems.feasible(seed, NEEDS, OFFERS)
                : RandomProblems.overUsed(seed, NEEDS, OFFERS);
    }

    /** Some of everything, without contradiction. */
    private static Adjustments random(int seed, Problem problem) {
        Random random = new Random(seed);
        Draft draft = adjustments();
        IntStream.range(0, OFFERS).filter(j -> random.nextInt(6) == 0).forEach(draft::locked);
        IntStream.range(0, NEEDS).filter(i -> random.nextInt(8) == 0).forEach(draft::leftAlone);
        Set<Pair> standing = problem.pinned().stream().map(Pair::of).collect(Collectors.toSet());
        rowsOf(problem.previous(), draft.locked::contains).forEach(row -> standing.add(Pair.of(row)));
        for (Candidate candidate : all(problem.candidates())) {
            Pair pair = new Pair(candidate.need(), candidate.offer());
            int parts = problem.needs().get(candidate.need()).parts();
            if (standing.contains(pair)) {
                continue;
            }
            if (random.nextInt(5) == 0) {
                draft.bans.add(pair);
            } else if (random.nextInt(40) == 0 && !draft.locked.contains(pair.offer())) {
                draft.pin(pair.need(), pair.offer(), 1 + random.nextInt(parts));
            }
        }
        for (int j = 0; j < OFFERS; j++) {
            if (random.nextInt(5) == 0) {
                long floor = problem.offers().get(j).floorUsd();
                draft.limits(j, random.nextInt(2_000), floor + random.nextInt(500), random.nextInt(800));
            }
        }
        return draft.build();
    }

    private static Set<PlanRow> rowsOf(List<PlanRow> rows, IntPredicate offers) {
        return rows.stream().filter(row -> offers.test(row.offer())).collect(Collectors.toSet());
    }

    private static Set<Candidate> all(CandidateTable candidates) {
        return IntStream.range(0, candidates.needs())
                .boxed()
                .flatMap(candidates::ofNeed)
                .collect(Collectors.toSet());
    }

    private static ProblemDraft twoByTwo() {
        return new ProblemDraft()
                .state()
                .need(100, 1, 1, false)
                .need(100, 1, 1, false)
                .offer()
                .offer()
                .allCandidates(50);
    }

    private static Draft adjustments() {
        return new Draft();
    }

    private static final class Draft {
        private final List<PlanRow> pins = new ArrayList<>();
        private final Set<Integer> leftAlone = new HashSet<>();
        private final Set<Pair> bans = new HashSet<>();
        private final Set<Integer> locked = new HashSet<>();
        private final Map<Integer, OfferLimits> limits = new HashMap<>();

        Draft pin(int need, int offer, int parts) {
            pins.add(new PlanRow(need, offer, parts));
            return this;
        }

        Draft leftAlone(int need) {
            leftAlone.add(need);
            return this;
        }

        Draft ban(int need, int offer) {
            bans.add(new Pair(need, offer));
            return this;
        }

        Draft locked(int offer) {
            locked.add(offer);
            return this;
        }

        Draft limits(int offer, long budget, long ceiling, long perStateCap) {
            limits.put(offer, new OfferLimits(budget, ceiling, perStateCap));
            return this;
        }

        Adjustments build() {
            return new Adjustments(pins, leftAlone, bans, locked, limits);
        }
    }
}
