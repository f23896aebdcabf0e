package org.switchboard.matching.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchboard.matching.engine.Candidate;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Rules;
import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.Candidates;
import org.switchboard.matching.engine.candidate.NeedTerms;
import org.switchboard.matching.engine.candidate.OfferTerms;
import org.switchboard.matching.engine.candidate.PastWork;
import org.switchboard.matching.engine.candidate.Policy;
import org.switchboard.matching.engine.candidate.RandomTerms;
import org.switchboard.matching.engine.explain.UnmetExplanation.NoCandidate;
import org.switchboard.matching.engine.search.RunningStopwatch;

/** A change that is named does what is said of it. */
class NearMissesTest {

    private static final int NEEDS = 30;
    private static final int OFFERS = 12;
    private static final Predicate<CandidateRule> ALL = rule -> true;

    private static Stream<World> worlds() {
        return IntStream.range(1, 13).mapToObj(World::new);
    }

    /** Random terms, and the problem that they make. */
    private static final class World {

        private final long seed;
        private final List<NeedTerms> needs;
        private final List<OfferTerms> offers;
        private final Candidates candidates;

        World(long seed) {
            this.seed = seed;
            RandomTerms random = new RandomTerms(seed);
            needs = Stream.generate(random::need).limit(NEEDS).toList();
            offers = Stream.generate(random::offer).limit(OFFERS).toList();
            candidates = new Candidates(needs, offers, Policy.DEFAULT, PastWork.NONE);
        }

        NoCandidate nearest(int need, Predicate<CandidateRule> disclosable) {
            return new NearMisses(candidates, disclosable).of(need, 3);
        }

        Problem problem() {
            CandidateTable table = candidates.find(List.of());
            List<Need> engineNeeds = needs.stream()
                    .map(terms -> new Need(
                            terms.state(),
                            0,
                            'A',
                            0,
                            terms.costUsd(),
                            terms.parts(),
                            1 + terms.costUsd() % 7,
                            Ids.none(),
                            0,
                            0,
                            terms.costUsd() % 2 == 0,
                            Ids.none()))
                    .toList();
            List<Offer> engineOffers = offers.stream()
                    .map(terms -> new Offer(
                            terms.provider(),
                            Ids.none(),
                            Ids.none(),
                            Ids.none(),
                            terms.budgetUsd(),
                            terms.floorUsd(),
                            terms.ceilingUsd(),
                            3,
                            terms.perStateCapUsd(),
                            Ids.none(),
                            0,
                            0))
                    .toList();
            List<State> states =
                    Stream.generate(() -> new State(0, 3, 20, 40)).limit(4).toList();
            return new Problem(
                    1, new Slopes(10, 6, 3), 40, 20, states, engineNeeds, engineOffers, table, List.of(), List.of());
        }

        @Override
        public String toString() {
            return "world " + seed;
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void everyNamedChangeAdmitsTheOffer(World world) {
        Set<CandidateRule> seen = new HashSet<>();
        for (int need = 0; need < NEEDS; need++) {
            for (NearMiss miss : world.nearest(need, ALL).nearest()) {
                Amendment after = miss.amendment();
                assertEquals(world.candidates.rulesBroken(need, miss.offer()), miss.broken());
                Candidates then =
                        new Candidates(List.of(after.need()), List.of(after.offer()), Policy.DEFAULT, PastWork.NONE);
                assertEquals(Set.of(), then.rulesBroken(0, 0));
                assertEquals(then.fit(0, 0).points(), miss.fit());
                assertEquals(1, then.find(List.of()).size());
                seen.addAll(miss.broken());
            }
        }
        assertTrue(seen.size() > 5, seen::toString);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void whatIsSaidOfBeingMetIsAPlanThatKeepsEveryRule(World world) {
        Problem problem = world.problem();
        Explanations explanations = Explained.solved(problem);
        Remedies remedies = new Remedies(explanations.prices(), new RunningStopwatch());
        for (int need = 0; need < NEEDS; need++) {
            if (explanations.hasCandidates(need)) {
                continue;
            }
            for (NearMiss miss : world.nearest(need, ALL).nearest()) {
                Remedies.Outcome first = remedies.of(need, miss.offer(), miss);
                assertEquals(first, remedies.of(need, miss.offer(), miss), "the same change, the same answer");
                assertTrue(first.level1Change() >= 0, "the plan that there is stays possible");
                for (PlanRow row : first.rows()) {
                    assertEquals(miss.offer(), row.offer(), "no other offer is a candidate");
                    long usd = row.parts() * problem.needs().get(need).partCostUsd();
                    OfferTerms terms = miss.amendment().offer();
                    assertTrue(usd >= terms.floorUsd() && usd <= terms.ceilingUsd());
                }
            }
        }
    }

    @Test
    void aNeedThatFitsBesideTheRestIsMetAndOneThatNobodyHasMoneyForIsNot() {
        RandomTerms random = new RandomTerms(99);
        NeedTerms need = random.need();
        OfferTerms offer = random.offer();
        Candidates candidates = new Candidates(List.of(need), List.of(offer), Policy.DEFAULT, PastWork.NONE);
        assertFalse(candidates.rulesBroken(0, 0).isEmpty());
        NearMiss miss = new NearMisses(candidates, ALL).of(0, 3).nearest().get(0);

        assertTrue(outcome(need, miss, 1).isMet());
        assertFalse(outcome(need, miss, 0).isMet());
    }

    /** Of a need alone with one offer, in a State that can be served with so many. */
    private static Remedies.Outcome outcome(NeedTerms need, NearMiss miss, int absorption) {
        OfferTerms terms = miss.amendment().offer();
        Problem problem = new Problem(
                1,
                new Slopes(10, 6, 3),
                40,
                20,
                List.of(new State(0, absorption, 20, 40)),
                List.of(new Need(0, 0, 'A', 0, need.costUsd(), need.parts(), 5, Ids.none(), 0, 0, true, Ids.none())),
                List.of(new Offer(
                        0,
                        Ids.none(),
                        Ids.none(),
                        Ids.none(),
                        terms.budgetUsd(),
                        terms.floorUsd(),
                        terms.ceilingUsd(),
                        1,
                        terms.perStateCapUsd(),
                        Ids.none(),
                        0,
                        0)),
                new CandidateTable.Builder(1, 1).build(),
                List.of(),
                List.of());
        Remedies.Outcome outcome = new Remedies(Explained.of(problem).prices(), new RunningStopwatch()).of(0, 0, miss);
        Problem changed =
                Resolving.withOffer(problem, 0, problem.offers().get(0), List.of(new Candidate(0, 0, miss.fit())));
        assertEquals(List.of(), Rules.asWritten(changed).breaches(outcome.rows()));
        return outcome;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void whatMayNotBeDisclosedLeavesNoTrace(World world) {
        for (int need = 0; need < NEEDS; need++) {
            NoCandidate told = world.nearest(need, NearMisses::isForAll);
            assertFalse(told.removedBy().containsKey(CandidateRule.PROVIDER_NOT_BLOCKED));
            assertFalse(told.removedBy().containsKey(CandidateRule.STATE_NOT_EXCLUDED));
            NeedTerms asking = world.needs.get(need);
            // as if the offers that are blocked or exclude the State were not there at all
            List<OfferTerms> left = new ArrayList<>();
            for (int j = 0; j < OFFERS; j++) {
                Set<CandidateRule> broken = world.candidates.rulesBroken(need, j);
                if (broken.stream().allMatch(NearMisses::isForAll)) {
                    left.add(world.offers.get(j));
                }
            }
            NoCandidate without =
                    new NearMisses(new Candidates(List.of(asking), left, Policy.DEFAULT, PastWork.NONE), ALL).of(0, 3);
            assertEquals(without.removedBy(), told.removedBy());
            assertEquals(without.offers(), told.offers());
            assertEquals(without.admitted(), told.admitted());
            assertEquals(
                    without.nearest().stream().map(NearMiss::amendment).toList(),
                    told.nearest().stream().map(NearMiss::amendment).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void fewestRulesComeFirstThenTheLeastCost(World world) {
        for (int need = 0; need < NEEDS; need++) {
            List<NearMiss> nearest = world.nearest(need, ALL).nearest();
            assertTrue(nearest.size() <= 3);
            for (int n = 1; n < nearest.size(); n++) {
                NearMiss before = nearest.get(n - 1);
                NearMiss after = nearest.get(n);
                assertTrue(before.broken().size() < after.broken().size()
                        || before.broken().size() == after.broken().size() && before.cost() <= after.cost());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CandidateRule.class)
    void everyRuleHasACost(CandidateRule rule) {
        assertTrue(RuleChange.costOf(rule) > 0);
    }
}
