package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchboard.access.Audience;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.Candidates;
import org.switchboard.matching.engine.explain.MatchExplanation;
import org.switchboard.matching.engine.explain.NearMiss;
import org.switchboard.matching.engine.explain.NearMisses;
import org.switchboard.matching.engine.explain.PlanSummary;
import org.switchboard.matching.engine.explain.Remedies;
import org.switchboard.matching.engine.explain.UnmetExplanation;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.offer.OfferView;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Refusal;

/**
 * The face of explanations: why a run suggests what it does. An explanation names only what its reader may see.
 */
@ApplicationScoped
public class RunExplanations {

    private static final int MOST_UNMET = 10;
    private static final int NEAREST = 3;

    private final ExplainedRuns plans;
    private final Policies policies;
    private final Needs needs;
    private final Commitments commitments;
    private final ReferenceData reference;
    private final SolvingAgain solvingAgain;
    private final Clock clock;

    RunExplanations(
            ExplainedRuns plans,
            Policies policies,
            Needs needs,
            Commitments commitments,
            ReferenceData reference,
            SolvingAgain solvingAgain,
            Clock clock) {
        this.plans = plans;
        this.policies = policies;
        this.needs = needs;
        this.commitments = commitments;
        this.reference = reference;
        this.solvingAgain = solvingAgain;
        this.clock = clock;
    }

    /**
     * Explains a plan as a whole.
     *
     * @throws Refusal.NotFound if there is no such run that this reader may see
     * @throws Refusal.Conflict if it has no plan, or none yet
     */
    public ExplanationView plan(Reader reader, UUID id) {
        ExplainedRun run = plans.explained(reader, id);
        PlanExplanation named =
                new PlanExplanation(new ExplainedItems(run, needs.of(reader, run.needIds()), Map.of()), reference);
        PlanSummary summary = run.explanations().summary(MOST_UNMET);
        ExplanationView.OfPlan plan = named.of(summary);
        return new ExplanationView(
                id,
                ExplanationSentences.of(plan, named.total(), summary.closeness().inASentence()),
                plan,
                null);
    }

    /**
     * Explains what became of one need.
     *
     * @param solveAgain whether to find out, for each change that would admit an offer, if the need would then be met; it
     *     takes a moment
     * @throws Refusal.NotFound if there is no such run, or the run did not know the need, or this reader may not see them
     * @throws Refusal.Conflict if the run has no plan, or none yet
     * @throws Refusal.Busy if it is to solve again while another does
     */
    public ExplanationView need(Reader reader, UUID id, UUID need, boolean solveAgain) {
        ExplainedRun run = plans.explained(reader, id);
        int number = run.number(need).orElseThrow(Refusal.NotFound::new);
        NeedView view =
                Optional.ofNullable(needs.of(reader, List.of(need)).get(need)).orElseThrow(Refusal.NotFound::new);
        ExplainedRuns.Asked asked = plans.asked(reader, id);
        ExplanationView.OfNeed explained = run.explanations().use().isServed(number)
                ? matched(reader, id, run, asked, number, view)
                : unmet(reader, id, run, asked, number, view, solveAgain);
        return new ExplanationView(id, ExplanationSentences.of(explained), null, explained);
    }

    private ExplanationView.OfNeed matched(
            Reader reader, UUID id, ExplainedRun run, ExplainedRuns.Asked asked, int number, NeedView need) {
        List<MatchExplanation> matches = run.explanations().matches(number);
        Set<Integer> named = new HashSet<>();
        matches.forEach(match -> {
            named.add(match.row().offer());
            match.runnersUp().forEach(other -> named.add(other.offer()));
        });
        ExplainedItems items = items(reader, id, run, Set.of(), named);
        NeedExplanation names = new NeedExplanation(items, began(asked));
        SnapshotMapping mapping = mapping(reader, asked);
        return new ExplanationView.OfNeed(
                PlanView.NeedLine.of(need),
                ExplanationView.Outcome.MATCHED,
                matches.stream()
                        .flatMap(match -> names
                                .match(
                                        match,
                                        run.usd(match.row()),
                                        offer -> mapping.candidates(List.of(need), List.of(view(items, offer))))
                                .stream())
                        .toList(),
                null,
                null);
    }

    private static OfferView view(ExplainedItems items, PlanView.OfferLine offer) {
        return Objects.requireNonNull(items.offers().get(offer.id()));
    }

    private ExplanationView.OfNeed unmet(
            Reader reader,
            UUID id,
            ExplainedRun run,
            ExplainedRuns.Asked asked,
            int number,
            NeedView need,
            boolean solveAgain) {
        if (asked.adjustments().leftAlone().contains(need.id())) {
            return new ExplanationView.OfNeed(
                    PlanView.NeedLine.of(need), ExplanationView.Outcome.LEFT_ALONE, List.of(), null, null);
        }
        if (!run.explanations().hasCandidates(number)) {
            return new ExplanationView.OfNeed(
                    PlanView.NeedLine.of(need),
                    ExplanationView.Outcome.NO_CANDIDATE,
                    List.of(),
                    null,
                    noCandidate(reader, id, run, asked, number, need, solveAgain));
        }
        UnmetExplanation.OutCompeted why = run.explanations().outCompeted(number);
        ExplainedItems items = items(reader, id, run, rivals(why), offersOf(run, number));
        return new ExplanationView.OfNeed(
                PlanView.NeedLine.of(need),
                ExplanationView.Outcome.OUT_COMPETED,
                List.of(),
                new NeedExplanation(items, began(asked)).outCompeted(why),
                null);
    }

    private static Collection<Integer> rivals(UnmetExplanation.OutCompeted why) {
        return why.concessions().stream()
                .flatMap(concession -> concession.rivals().stream())
                .map(rival -> rival.need())
                .toList();
    }

    private static Collection<Integer> offersOf(ExplainedRun run, int need) {
        return run.explanations()
                .use()
                .problem()
                .candidates()
                .ofNeed(need)
                .map(candidate -> candidate.offer())
                .toList();
    }

    private ExplanationView.NoCandidate noCandidate(
            Reader reader,
            UUID id,
            ExplainedRun run,
            ExplainedRuns.Asked asked,
            int number,
            NeedView need,
            boolean solveAgain) {
        Map<UUID, OfferView> seen = plans.offersOf(reader, id, run.offerIds());
        List<Integer> numbers = IntStream.range(0, run.offerIds().size())
                .filter(offer -> seen.containsKey(run.offerIds().get(offer)))
                .boxed()
                .toList();
        List<OfferView> views = numbers.stream()
                .map(offer -> Objects.requireNonNull(seen.get(run.offerIds().get(offer))))
                .toList();
        Candidates candidates = mapping(reader, asked).candidates(List.of(need), views);
        UnmetExplanation.NoCandidate found = new NearMisses(candidates, disclosable(reader)).of(0, NEAREST);
        Map<NearMiss, Remedies.Outcome> outcomes =
                solveAgain ? solvingAgain.alone(() -> outcomes(run, number, numbers, found)) : Map.of();
        return new ExplanationView.NoCandidate(
                found.offers(),
                found.admitted(),
                (int) asked.adjustments().bans().stream()
                        .filter(ban -> ban.need().equals(need.id()))
                        .count(),
                counts(found.removedBy()),
                found.nearest().stream()
                        .map(miss -> miss(miss, views.get(miss.offer()), need, Optional.ofNullable(outcomes.get(miss))))
                        .toList(),
                NearMiss.costsVersion());
    }

    /**
     * Whether the need would be met, for each change that would admit an offer.
     *
     * @param numbers of the offers in the problem, by their number among those that were looked at
     */
    private static Map<NearMiss, Remedies.Outcome> outcomes(
            ExplainedRun run, int need, List<Integer> numbers, UnmetExplanation.NoCandidate found) {
        Remedies remedies = new Remedies(run.explanations().prices(), SolvingAgain.stopwatch());
        return found.nearest().stream()
                .collect(Collectors.toMap(miss -> miss, miss -> remedies.of(need, numbers.get(miss.offer()), miss)));
    }

    private static List<ExplanationView.RuleCount> counts(Map<CandidateRule, Integer> removedBy) {
        return removedBy.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> new ExplanationView.RuleCount(count.getKey(), count.getValue()))
                .toList();
    }

    private static ExplanationView.Miss miss(
            NearMiss miss, OfferView offer, NeedView need, Optional<Remedies.Outcome> outcome) {
        return new ExplanationView.Miss(
                PlanView.OfferLine.of(offer),
                List.copyOf(miss.broken()),
                miss.cost(),
                new ChangeWords(need, offer).of(miss),
                outcome.map(Remedies.Outcome::isMet).orElse(null),
                outcome.map(Remedies.Outcome::level1Change).orElse(null));
    }

    /** Whom a State blocks and whom a provider excludes is for the Committee and its experts; runs are read by nobody else. */
    private static Predicate<CandidateRule> disclosable(Reader reader) {
        return rule -> NearMisses.isForAll(rule) || reader.audiences().contains(Audience.COMMITTEE);
    }

    private SnapshotMapping mapping(Reader reader, ExplainedRuns.Asked asked) {
        return new SnapshotMapping(
                reference,
                policies.get(reader, asked.policy()).policy(),
                commitments.standing(reader),
                asked.adjustments(),
                asked.supposed().stream().map(OfferView::id).collect(Collectors.toSet()),
                LocalDate.now(clock));
    }

    private LocalDate began(ExplainedRuns.Asked asked) {
        return LocalDate.ofInstant(asked.began(), clock.getZone());
    }

    private ExplainedItems items(
            Reader reader,
            UUID id,
            ExplainedRun run,
            Collection<Integer> needNumbers,
            Collection<Integer> offerNumbers) {
        List<UUID> needIds = needNumbers.stream().map(run.needIds()::get).toList();
        List<UUID> offerIds = offerNumbers.stream().map(run.offerIds()::get).toList();
        return new ExplainedItems(run, needs.of(reader, needIds), plans.offersOf(reader, id, offerIds));
    }
}
