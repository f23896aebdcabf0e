package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.explain.MarginalValues;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Refusal;

/** The face of marginal values: what more money would be worth where. They count only what their reader may see. */
@ApplicationScoped
public class RunMarginalValues {

    /** What marginal values are told for. */
    static final long OFFER_USD = 100_000;

    private final ExplainedRuns plans;
    private final Needs needs;
    private final ReferenceData reference;
    private final SolvingAgain solvingAgain;

    RunMarginalValues(ExplainedRuns plans, Needs needs, ReferenceData reference, SolvingAgain solvingAgain) {
        this.plans = plans;
        this.needs = needs;
        this.reference = reference;
        this.solvingAgain = solvingAgain;
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
        ExplainedRun run = plans.explained(reader, id);
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
        MarginalValues.Confirmed found =
                solvingAgain.alone(() -> values.confirm(group, OFFER_USD, SolvingAgain.stopwatch()));
        return new MarginalValuesView.Confirmation(place.theme(), place.region(), found.level1(), found.usd());
    }
}
