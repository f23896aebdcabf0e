package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Audience;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.Candidates;
import org.switchboard.matching.engine.explain.MarginalValues;
import org.switchboard.matching.engine.explain.MatchExplanation;
import org.switchboard.matching.engine.explain.NearMiss;
import org.switchboard.matching.engine.explain.NearMisses;
import org.switchboard.matching.engine.explain.PlanSummary;
import org.switchboard.matching.engine.explain.Remedies;
import org.switchboard.matching.engine.explain.UnmetExplanation;
import org.switchboard.matching.engine.search.Stopwatch;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.offer.OfferView;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Refusal;

/**
 * The face of explanations: why a run suggests what it does, and what more money would be worth where. An explanation names
 * only what its reader may see.
 */
@ApplicationScoped
public class RunExplanations {

    private static final int MOST_UNMET = 10;
    private static final int NEAREST = 3;

    /** What marginal values are told for. */
    static final long OFFER_USD = 100_000;

    private final ExplainedRuns plans;
    private final Policies policies;
    private final Needs needs;
    private final Commitments commitments;
    private final ReferenceData reference;
    private final Clock clock;

    /** Solving again takes a processor for some seconds, and is asked for by a mere look. */
    private final Semaphore solvingAgain = new Semaphore(1);

    RunExplanations(
            ExplainedRuns plans,
            Policies policies,
            Needs needs,
            Commitments commitments,
            ReferenceData reference,
            Clock clock) {
        this.plans = plans;
        this.policies = policies;
        this.needs = needs;
        this.commitments = commitments;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * Explains a plan as a whole.
     *
     * @throws Refusal.NotFound if there is no such run that this reader may see
     * @throws Refusal.Conflict if it has no plan, or none yet
     */
    public ExplanationView plan(Reader reader, UUID id) {
        ExplainedRun run = explained(reader, id);
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
     */
    public ExplanationView need(Reader reader, UUID id, UUID need, boolean solveAgain) {
        ExplainedRun run = explained(reader, id);
        int number = run.number(need).orElseThrow(Refusal.NotFound::new);
        NeedView asked = needs.get(reader, need);
        ExplanationView.OfNeed explained = run.explanations().use().isServed(number)
                ? matched(reader, id, run, number, asked)
                : unmet(reader, id, run, number, asked, solveAgain);
        return new ExplanationView(id, ExplanationSentences.of(explained), null, explained);
    }

    private ExplainedRun explained(Reader reader, UUID id) {
        plans.run(reader, id);
        return plans.known(id).orElseGet(() -> plans.ready(plans.stored(reader, id)));
    }

    private ExplanationView.OfNeed matched(Reader reader, UUID id, ExplainedRun run, int number, NeedView need) {
        List<MatchExplanation> matches = run.explanations().matches(number);
        Set<Integer> named = new HashSet<>();
        matches.forEach(match -> {
            named.add(match.row().offer());
            match.runnersUp().forEach(other -> named.add(other.offer()));
        });
        ExplainedItems items = items(reader, id, run, Set.of(), named);
        NeedExplanation names = new NeedExplanation(items, began(reader, id));
        SnapshotMapping mapping = mapping(reader, id);
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
            Reader reader, UUID id, ExplainedRun run, int number, NeedView need, boolean solveAgain) {
        RunAdjustments asked = plans.asked(reader, id).adjustments();
        if (asked.leftAlone().contains(need.id())) {
            return new ExplanationView.OfNeed(
                    PlanView.NeedLine.of(need), ExplanationView.Outcome.LEFT_ALONE, List.of(), null, null);
        }
        if (!run.explanations().hasCandidates(number)) {
            return new ExplanationView.OfNeed(
                    PlanView.NeedLine.of(need),
                    ExplanationView.Outcome.NO_CANDIDATE,
                    List.of(),
                    null,
                    noCandidate(reader, id, run, number, need, solveAgain));
        }
        UnmetExplanation.OutCompeted why = run.explanations().outCompeted(number);
        ExplainedItems items = items(reader, id, run, rivals(why), offersOf(run, number));
        return new ExplanationView.OfNeed(
                PlanView.NeedLine.of(need),
                ExplanationView.Outcome.OUT_COMPETED,
                List.of(),
                new NeedExplanation(items, began(reader, id)).outCompeted(why),
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
            Reader reader, UUID id, ExplainedRun run, int number, NeedView need, boolean solveAgain) {
        Map<UUID, OfferView> seen = plans.offersOf(reader, id, run.offerIds());
        List<Integer> numbers = IntStream.range(0, run.offerIds().size())
                .filter(offer -> seen.containsKey(run.offerIds().get(offer)))
                .boxed()
                .toList();
        List<OfferView> views = numbers.stream()
                .map(offer -> Objects.requireNonNull(seen.get(run.offerIds().get(offer))))
                .toList();
        Candidates candidates = mapping(reader, id).candidates(List.of(need), views);
        UnmetExplanation.NoCandidate found = new NearMisses(candidates, disclosable(reader)).of(0, NEAREST);
        Remedies remedies = new Remedies(run.explanations().prices(), stopwatch());
        return new ExplanationView.NoCandidate(
                found.offers(),
                found.admitted(),
                (int) plans.asked(reader, id).adjustments().bans().stream()
                        .filter(ban -> ban.need().equals(need.id()))
                        .count(),
                counts(found.removedBy()),
                found.nearest().stream()
                        .map(miss -> miss(
                                miss,
                                views.get(miss.offer()),
                                need,
                                solveAgain
                                        ? Optional.of(remedies.of(number, numbers.get(miss.offer()), miss))
                                        : Optional.empty()))
                        .toList(),
                NearMiss.costsVersion());
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

    private SnapshotMapping mapping(Reader reader, UUID run) {
        ExplainedRuns.Asked asked = plans.asked(reader, run);
        return new SnapshotMapping(
                reference,
                policies.get(reader, asked.policy()).policy(),
                commitments.standing(reader),
                asked.adjustments(),
                asked.supposed().stream().map(OfferView::id).collect(Collectors.toSet()),
                LocalDate.now(clock));
    }

    private LocalDate began(Reader reader, UUID run) {
        return LocalDate.ofInstant(plans.asked(reader, run).began(), clock.getZone());
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

    /** Theme and region of needs: one cell of the table of marginal values. */
    private record Place(String theme, String region) {}

    /**
     * What one more offer would add, theme by theme and region by region.
     *
     * @param id of a run; null for the last with a plan
     * @throws Refusal.NotFound if there is no such run that this reader may see
     */
    public MarginalValuesView marginalValues(Reader reader, @Nullable UUID id) {
        Optional<UUID> run = id == null ? plans.last(reader) : Optional.of(id);
        return run.map(found -> marginalValues(reader, found, Optional.empty()))
                .orElseGet(() -> new MarginalValuesView(null, OFFER_USD, List.of(), null));
    }

    /**
     * The same, and one theme in one region solved again.
     *
     * @throws Refusal.NotFound if there is no run, or no need of that theme and region in it
     * @throws Refusal.Busy while another is solved again
     */
    public MarginalValuesView confirmed(Reader reader, @Nullable UUID id, String theme, String region) {
        UUID run = id == null ? plans.last(reader).orElseThrow(Refusal.NotFound::new) : id;
        return marginalValues(reader, run, Optional.of(new Place(theme, region)));
    }

    private MarginalValuesView marginalValues(Reader reader, UUID id, Optional<Place> toConfirm) {
        ExplainedRun run = explained(reader, id);
        Map<UUID, NeedView> seen = needs.of(reader, run.needIds());
        Map<Place, BitSet> places = places(run, seen);
        List<Place> order = List.copyOf(places.keySet());
        Map<Integer, Integer> groups = new HashMap<>();
        IntStream.range(0, order.size())
                .forEach(group -> needsAt(places, order.get(group)).forEach(need -> groups.put(need, group)));
        MarginalValues values = new MarginalValues(run.explanations().prices());
        List<MarginalValuesView.Cell> cells =
                values.estimate(order.size(), need -> groups.getOrDefault(need, -1), OFFER_USD).stream()
                        .map(value -> cell(order.get(value.group()), places, value))
                        .sorted(Comparator.comparingDouble(MarginalValuesView.Cell::level1)
                                .reversed()
                                .thenComparing(MarginalValuesView.Cell::theme)
                                .thenComparing(MarginalValuesView.Cell::region))
                        .toList();
        return new MarginalValuesView(
                id,
                OFFER_USD,
                cells,
                toConfirm.map(place -> confirm(values, place, places)).orElse(null));
    }

    private static Stream<Integer> needsAt(Map<Place, BitSet> places, Place place) {
        return Objects.requireNonNull(places.get(place)).stream().boxed();
    }

    private Map<Place, BitSet> places(ExplainedRun run, Map<UUID, NeedView> seen) {
        Map<Place, BitSet> places = new HashMap<>();
        for (int i = 0; i < run.needIds().size(); i++) {
            NeedView need = seen.get(run.needIds().get(i));
            if (need != null) {
                Place place = new Place(
                        reference.areaOf(need.content().theme()).orElseThrow().code(),
                        reference.state(need.state()).orElseThrow().region());
                places.computeIfAbsent(place, unseen -> new BitSet()).set(i);
            }
        }
        return places;
    }

    private static MarginalValuesView.Cell cell(
            Place place, Map<Place, BitSet> places, MarginalValues.MarginalValue value) {
        return new MarginalValuesView.Cell(
                place.theme(),
                place.region(),
                Objects.requireNonNull(places.get(place)).cardinality(),
                Math.round(value.level1() * 10) / 10.0,
                Math.round(value.usd()),
                value.newly());
    }

    private MarginalValuesView.Confirmation confirm(MarginalValues values, Place place, Map<Place, BitSet> places) {
        BitSet group = places.get(place);
        if (group == null) {
            throw new Refusal.NotFound();
        }
        if (!solvingAgain.tryAcquire()) {
            throw new Refusal.Busy("Another marginal value is being solved again. Ask once more in a few seconds.");
        }
        try {
            MarginalValues.Confirmed found = values.confirm(group, OFFER_USD, stopwatch());
            return new MarginalValuesView.Confirmation(place.theme(), place.region(), found.level1(), found.usd());
        } finally {
            solvingAgain.release();
        }
    }

    private static Stopwatch stopwatch() {
        long start = System.nanoTime();
        return () -> System.nanoTime() - start;
    }
}
