package org.switchboard.matching.engine.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.Candidates;
import org.switchboard.matching.engine.candidate.NeedTerms;
import org.switchboard.matching.engine.explain.UnmetExplanation.NoCandidate;

/**
 * Explains needs without any candidate: which rules take the offers away, and which offers would have to change least.
 *
 * <p>What may not be disclosed is as if it were not there: an offer that breaks such a rule is neither counted nor named,
 * because a change that is named must be all that it takes.
 */
public final class NearMisses {

    private static final Comparator<NearMiss> LEAST_FIRST = Comparator.comparingInt(
                    (NearMiss miss) -> miss.broken().size())
            .thenComparingInt(NearMiss::cost)
            .thenComparing(Comparator.comparingInt(NearMiss::fit).reversed())
            .thenComparingInt(NearMiss::offer);

    private final Candidates candidates;
    private final Predicate<CandidateRule> disclosable;

    /** @param disclosable which rules may be told to whoever asks */
    public NearMisses(Candidates candidates, Predicate<CandidateRule> disclosable) {
        this.candidates = candidates;
        this.disclosable = disclosable;
    }

    /** What anybody may be told who sees need and offer: not whom a State blocks, nor whom a provider excludes. */
    public static boolean isForAll(CandidateRule rule) {
        return rule != CandidateRule.PROVIDER_NOT_BLOCKED && rule != CandidateRule.STATE_NOT_EXCLUDED;
    }

    /**
     * Looks at every offer.
     *
     * @param need by its place among the candidates' needs
     * @param most how many offers to name
     */
    public NoCandidate of(int need, int most) {
        Map<CandidateRule, Integer> removedBy = new EnumMap<>(CandidateRule.class);
        List<Failure> failures = new ArrayList<>();
        int seen = 0;
        int admitted = 0;
        for (int j = 0; j < candidates.offers(); j++) {
            Set<CandidateRule> broken = candidates.rulesBroken(need, j);
            if (broken.stream().allMatch(disclosable)) {
                seen++;
                admitted += broken.isEmpty() ? 1 : 0;
                broken.forEach(rule -> removedBy.merge(rule, 1, Integer::sum));
                failures.add(new Failure(j, broken));
            }
        }
        return new NoCandidate(seen, admitted, removedBy, nearest(candidates.need(need), failures, most));
    }

    private record Failure(int offer, Set<CandidateRule> broken) {

        int cost() {
            return broken.stream().mapToInt(RuleChange::costOf).sum();
        }
    }

    /** Terms are amended for those alone that may come to be named. */
    private List<NearMiss> nearest(NeedTerms need, List<Failure> failures, int most) {
        return failures.stream()
                .filter(failure -> !failure.broken().isEmpty())
                .sorted(Comparator.comparingInt(
                                (Failure failure) -> failure.broken().size())
                        .thenComparingInt(Failure::cost))
                .limit(Math.max(most, MOST_AMENDED))
                .flatMap(failure -> miss(need, failure))
                .sorted(LEAST_FIRST)
                .limit(most)
                .toList();
    }

    private static final int MOST_AMENDED = 50;

    private Stream<NearMiss> miss(NeedTerms need, Failure failure) {
        return Amendment.of(need, candidates.offer(failure.offer()), failure.broken()).stream()
                .map(amendment -> new NearMiss(
                        failure.offer(),
                        failure.broken(),
                        failure.cost(),
                        amendment,
                        candidates.fit(amendment.need(), amendment.offer()).points()));
    }
}
