package org.switchboard.matching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;
import org.switchboard.matching.engine.adjustment.Adjustments;
import org.switchboard.matching.engine.candidate.Candidates;
import org.switchboard.matching.engine.candidate.FitWeights;
import org.switchboard.matching.engine.candidate.NeedTerms;
import org.switchboard.matching.engine.candidate.OfferTerms;
import org.switchboard.matching.engine.candidate.PastWork;
import org.switchboard.matching.engine.candidate.Policy;
import org.switchboard.matching.engine.candidate.Release;
import org.switchboard.need.Matching;
import org.switchboard.need.NeedContent;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferContent;
import org.switchboard.offer.OfferDollars;
import org.switchboard.offer.OfferStatus;
import org.switchboard.offer.OfferView;
import org.switchboard.offer.Standing;
import org.switchboard.reference.ReferenceData;

/** Carries stored needs and offers into the engine's terms. It is made for one snapshot and used once. */
final class SnapshotMapping {

    private static final int QUARTERS = 4;

    private final ReferenceData reference;
    private final PolicyContent policy;
    private final Commitments.Standing standing;
    private final Map<UUID, Integer> partsAgreed;
    private final Map<UUID, List<String>> banned;
    private final Map<UUID, List<String>> foundFit;
    private final RunAdjustments asked;
    private final Set<UUID> extraOffers;
    private final HalfYears halfYears;

    private final Numbering states = new Numbering();
    private final Numbering regions = new Numbering();
    private final Numbering themes = new Numbering();
    private final Numbering kinds = new Numbering();
    private final Numbering stages = new Numbering();
    private final Numbering languages = new Numbering();
    private final Numbering providers = new Numbering();

    /**
     * @param asked of the run that the snapshot is for
     * @param extraOffers offers that there are only within this run
     * @param today the day of the snapshot, which period 0 holds
     */
    SnapshotMapping(
            ReferenceData reference,
            PolicyContent policy,
            Commitments.Standing standing,
            RunAdjustments asked,
            Set<UUID> extraOffers,
            LocalDate today) {
        this.reference = reference;
        this.policy = policy;
        this.standing = standing;
        this.partsAgreed =
                standing.pins().stream().collect(groupingBy(Commitments.Row::need, summingInt(Commitments.Row::parts)));
        this.banned = standing.bans().stream()
                .collect(groupingBy(Commitments.Ban::need, mapping(Commitments.Ban::provider, toList())));
        this.foundFit = standing.findings().stream()
                .collect(groupingBy(Commitments.Finding::need, mapping(Commitments.Finding::provider, toList())));
        this.asked = asked;
        this.extraOffers = extraOffers;
        this.halfYears = new HalfYears(today);
    }

    /**
     * Makes the snapshot.
     *
     * @param needs in the order of receipt, those that pins name among them
     * @param offers likewise
     */
    Snapshot of(List<NeedView> needs, List<OfferView> offers) {
        List<String> codes = needs.stream().map(NeedView::state).distinct().toList();
        codes.forEach(states::of);
        List<PlanRow> agreed = pins(needs, offers);
        List<PlanRow> previous = previous(needs, offers);
        Adjustments adjustments = new AdjustmentNumbering(needs, offers).of(asked);
        CandidateTable candidates = candidates(needs, offers).find(adjustments.standing(agreed, previous));
        long[] weights = new Weights(policy.costExponent()).of(needs);
        List<Need> engineNeeds = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            engineNeeds.add(need(needs.get(i), weights[i]));
        }
        Problem problem = new Problem(
                HalfYears.PERIODS,
                slopes(),
                policy.furtherProviderCharge(),
                policy.changeCharge(),
                codes.stream().map(this::state).toList(),
                engineNeeds,
                offers.stream().map(this::offer).toList(),
                candidates,
                previous,
                agreed);
        return Snapshot.of(adjustments.applyTo(problem), needs, offers);
    }

    /** The candidate rules over these items, to find candidates by or to explain why there are none. */
    Candidates candidates(List<NeedView> needs, List<OfferView> offers) {
        return new Candidates(
                needs.stream().map(this::terms).toList(),
                offers.stream().map(this::terms).toList(),
                enginePolicy(),
                pastWork());
    }

    private Policy enginePolicy() {
        PolicyContent.FitPoints points = policy.fitWeights();
        return new Policy(
                new FitWeights(
                        points.languages(), points.period(), points.specificity(), points.pastWork(), points.stage()),
                slopes(),
                policy.furtherProviderCharge(),
                policy.changeCharge());
    }

    private Slopes slopes() {
        return new Slopes(
                policy.slopes().get(0), policy.slopes().get(1), policy.slopes().get(2));
    }

    private State state(String iso3) {
        return new State(
                regions.of(stored(iso3).region()),
                policy.absorptionOfStates().getOrDefault(iso3, policy.absorption()),
                band(policy.band1()),
                band(policy.band2()));
    }

    /** A band in the weighted quarters of the engine. */
    private static long band(int weight) {
        return (long) weight * Weights.UNIT * QUARTERS;
    }

    private Need need(NeedView view, long weight) {
        NeedContent content = view.content();
        return new Need(
                states.of(view.state()),
                themes.of(area(content.theme())),
                content.stage().charAt(0),
                kinds.of(content.kind()),
                wholeParts(view),
                content.tranches(),
                weight,
                languages.of(content.languages()),
                halfYears.of(content.from()),
                halfYears.of(content.to()),
                content.partialOk(),
                providers.of(content.blockedProviders()));
    }

    private Offer offer(OfferView view) {
        OfferContent content = view.content();
        return new Offer(
                providers.of(view.provider()),
                themes.of(content.themes()),
                kinds.of(content.kinds()),
                regions.of(content.regions()),
                view.dollars().budgetUsd(),
                view.dollars().floorUsd(),
                view.dollars().ceilingUsd(),
                content.maxNeeds(),
                view.dollars().perStateCapUsd(),
                languages.of(content.languages()),
                halfYears.of(content.from()),
                halfYears.of(content.to()));
    }

    private NeedTerms terms(NeedView view) {
        NeedContent content = view.content();
        String area = area(content.theme());
        return new NeedTerms(
                states.of(view.state()),
                regions.of(reference.regionsOf(stored(view.state()))),
                themes.of(area),
                content.theme().equals(area) ? null : themes.of(content.theme()),
                kinds.of(content.kind()),
                stages.of(content.stage()),
                wholeParts(view),
                content.tranches(),
                languages.of(content.languages()),
                content.from(),
                content.to(),
                providers.of(blockedOrBanned(view)),
                looksForMore(view),
                release(content),
                Stream.of(content.theme(), area).anyMatch(policy.dueDiligenceThemes()::contains),
                providers.of(foundFit.getOrDefault(view.id(), List.of())));
    }

    /** The money is what the run takes it to be: more of it can make an offer a candidate that was none. */
    private OfferTerms terms(OfferView view) {
        OfferContent content = view.content();
        OfferDollars money = asked.moneyOf(view);
        return new OfferTerms(
                providers.of(view.provider()),
                themes.of(content.themes()),
                kinds.of(content.kinds()),
                regions.of(content.regions()),
                states.of(content.states()),
                states.of(content.excludedStates()),
                languages.of(content.languages()),
                content.from(),
                content.to(),
                money.budgetUsd(),
                money.floorUsd(),
                money.ceilingUsd(),
                money.perStateCapUsd(),
                isActive(view),
                content.dueDiligenceRequired(),
                stages.of(content.stages()));
    }

    private boolean isActive(OfferView view) {
        return view.status() == OfferStatus.ACTIVE
                && (view.content().standing() == Standing.FUNDED || extraOffers.contains(view.id()));
    }

    /** A need that is partly matched looks for help with the rest; one that was matched elsewhere does not. */
    private boolean looksForMore(NeedView view) {
        int agreed = partsAgreed.getOrDefault(view.id(), 0);
        return agreed < view.content().tranches()
                && (view.status() == NeedStatus.OPEN || view.status().isMatched() && agreed > 0);
    }

    private Release release(NeedContent content) {
        return content.matching() == Matching.ANY
                ? new Release.ToAnyProvider()
                : new Release.ToProviders(providers.of(content.releasedTo()));
    }

    private Set<String> blockedOrBanned(NeedView view) {
        Set<String> out = new LinkedHashSet<>(view.content().blockedProviders());
        out.addAll(banned.getOrDefault(view.id(), List.of()));
        return out;
    }

    private PastWork pastWork() {
        if (standing.ratings().isEmpty()) {
            return PastWork.NONE;
        }
        record Pair(int provider, int state) {}
        Map<Pair, Double> ratings = new HashMap<>();
        standing.ratings()
                .forEach(rating -> ratings.put(
                        new Pair(providers.of(rating.provider()), states.of(rating.state())), rating.rating()));
        return (provider, state) -> ratings.getOrDefault(new Pair(provider, state), 0.0);
    }

    /** Matches that people have agreed. Several of one pair are one row. */
    private List<PlanRow> pins(List<NeedView> needs, List<OfferView> offers) {
        List<PlanRow> pins = rows(standing.pins(), needs, offers);
        for (PlanRow pin : pins) {
            NeedView need = needs.get(pin.need());
            if (pin.parts() > need.content().tranches()) {
                OfferView offer = offers.get(pin.offer());
                throw new InvalidProblemException(
                        "agreed match of need " + need.state() + " "
                                + need.content().reference() + " with offer " + offer.provider() + " "
                                + offer.content().reference(),
                        "holds " + pin.parts() + " parts, but the need has only "
                                + need.content().tranches());
            }
        }
        return pins;
    }

    /** The plan last put forward, without what can no longer be said of it since its needs were cut otherwise. */
    private List<PlanRow> previous(List<NeedView> needs, List<OfferView> offers) {
        return rows(standing.previous(), needs, offers).stream()
                .filter(row -> row.parts() <= needs.get(row.need()).content().tranches())
                .toList();
    }

    private static List<PlanRow> rows(Collection<Commitments.Row> rows, List<NeedView> needs, List<OfferView> offers) {
        Map<UUID, Integer> needNumbers = new LinkedHashMap<>();
        needs.forEach(need -> needNumbers.put(need.id(), needNumbers.size()));
        Map<UUID, Integer> offerNumbers = new LinkedHashMap<>();
        offers.forEach(offer -> offerNumbers.put(offer.id(), offerNumbers.size()));
        record Pair(int need, int offer) {}
        Map<Pair, Integer> parts = new LinkedHashMap<>();
        for (Commitments.Row row : rows) {
            Integer need = needNumbers.get(row.need());
            Integer offer = offerNumbers.get(row.offer());
            if (need != null && offer != null) {
                parts.merge(new Pair(need, offer), row.parts(), Integer::sum);
            }
        }
        return parts.entrySet().stream()
                .map(row -> new PlanRow(row.getKey().need(), row.getKey().offer(), row.getValue()))
                .sorted(Comparator.comparingInt(PlanRow::need).thenComparingInt(PlanRow::offer))
                .toList();
    }

    /** The cost rounded up to whole dollars a part; the last part of a match carries the exact remainder. */
    private static long wholeParts(NeedView view) {
        int parts = view.content().tranches();
        return (view.costUsd() + parts - 1) / parts * parts;
    }

    private String area(String theme) {
        return reference
                .areaOf(theme)
                .orElseThrow(() -> new IllegalStateException("stored theme unknown: " + theme))
                .code();
    }

    private org.switchboard.reference.State stored(String iso3) {
        return reference.state(iso3).orElseThrow(() -> new IllegalStateException("stored State unknown: " + iso3));
    }
}
