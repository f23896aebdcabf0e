package org.switchboard.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.matching.engine.Breach;
import org.switchboard.matching.engine.HardRule;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Rules;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.Candidates;
import org.switchboard.matching.engine.candidate.Fit;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferView;

/** One look at rows beside all that stands. It is used once. */
final class RowCheck {

    private final List<NeedView> needs;
    private final List<OfferView> offers;
    private final Map<UUID, Integer> needNumbers = new HashMap<>();
    private final Map<UUID, Integer> offerNumbers = new HashMap<>();
    private final Candidates candidates;
    private final Snapshot snapshot;
    private final Problem problem;
    private final List<PlanRow> accepted;
    private final Map<Integer, Integer> partsTaken = new HashMap<>();

    RowCheck(SnapshotMapping mapping, List<NeedView> needs, List<OfferView> offers) {
        this.needs = needs;
        this.offers = offers;
        needs.forEach(need -> needNumbers.put(need.id(), needNumbers.size()));
        offers.forEach(offer -> offerNumbers.put(offer.id(), offerNumbers.size()));
        this.snapshot = mapping.of(needs, offers);
        this.candidates = mapping.candidates(needs, offers);
        this.problem = snapshot.problem();
        this.accepted = new ArrayList<>(problem.pinned());
        accepted.forEach(row -> partsTaken.merge(row.need(), row.parts(), Integer::sum));
    }

    List<CheckedRow> check(List<Commitments.Row> rows) {
        Map<Commitments.Row, CheckedRow> checked = new LinkedHashMap<>();
        groups(rows).forEach(group -> together(group).forEach(row -> checked.put(row.row(), row)));
        return rows.stream().distinct().map(checked::get).toList();
    }

    /** Rows that only together help a need are one group; each other is one of its own. */
    private List<List<Commitments.Row>> groups(List<Commitments.Row> rows) {
        Map<Object, List<Commitments.Row>> groups = new LinkedHashMap<>();
        for (Commitments.Row row : new LinkedHashSet<>(rows)) {
            boolean partial = needs.get(needNumber(row)).content().partialOk();
            groups.computeIfAbsent(partial ? row : row.need(), unseen -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(groups.values());
    }

    private List<CheckedRow> together(List<Commitments.Row> group) {
        List<PlanRow> added = group.stream().map(this::planRow).toList();
        List<PlanRow> all = new ArrayList<>(accepted);
        all.addAll(added);
        List<Breach> breaches = Rules.besidePins(problem).breaches(all);
        List<CheckedRow> checked = new ArrayList<>();
        for (PlanRow row : added) {
            checked.add(checked(row, group.get(added.indexOf(row)), hindrances(row, breaches)));
        }
        for (int i = 0; i < added.size(); i++) {
            if (checked.get(i).mayBePutForward()) {
                accepted.add(added.get(i));
            }
        }
        return checked;
    }

    private CheckedRow checked(PlanRow row, Commitments.Row asked, List<CheckedRow.Hindrance> hindrances) {
        Fit fit = candidates.fit(row.need(), row.offer());
        int before = partsTaken.getOrDefault(row.need(), 0);
        if (hindrances.isEmpty()) {
            partsTaken.put(row.need(), before + row.parts());
        }
        return new CheckedRow(
                asked,
                needs.get(row.need()),
                offers.get(row.offer()),
                snapshot.usd(row.need(), before, row.parts()),
                fit.points(),
                fit.parts().stream()
                        .map(part -> new ExplanationView.FitLine(part.criterion(), part.points(), part.of()))
                        .toList(),
                hindrances);
    }

    /** A row answers for every limit that is broken with it in the plan, for the plan before it broke none. */
    private List<CheckedRow.Hindrance> hindrances(PlanRow row, List<Breach> breaches) {
        List<CheckedRow.Hindrance> found = new ArrayList<>();
        Set<CandidateRule> broken = candidates.rulesBroken(row.need(), row.offer());
        broken.forEach(rule -> found.add(new CheckedRow.Hindrance(rule.name(), words(rule))));
        for (Breach breach : breaches) {
            if (breach.rule() != HardRule.PAIR_IS_A_CANDIDATE) {
                found.add(new CheckedRow.Hindrance(breach.rule().name(), words(breach)));
            }
        }
        return found;
    }

    private PlanRow planRow(Commitments.Row row) {
        Integer offer = offerNumbers.get(row.offer());
        return new PlanRow(needNumber(row), offer == null ? -1 : offer, row.parts());
    }

    private int needNumber(Commitments.Row row) {
        Integer need = needNumbers.get(row.need());
        return need == null ? -1 : need;
    }

    private static String words(CandidateRule rule) {
        return switch (rule) {
            case THEME_COVERED -> "The offer does not cover the theme of the need.";
            case KIND_COVERED -> "The offer does not give this kind of assistance.";
            case STATE_ELIGIBLE -> "The State is not among those that the offer is for.";
            case COMMON_LANGUAGE -> "Need and offer have no working language in common.";
            case PERIODS_OVERLAP -> "Need and offer are for different times.";
            case PROVIDER_NOT_BLOCKED ->
                "The State does not accept the provider for this need, or one side has said no to it before.";
            case STATE_NOT_EXCLUDED -> "The provider excludes this State.";
            case OFFER_ACTIVE -> "The offer is not active, or not funded.";
            case NEED_OPEN -> "The need is not open for matching.";
            case RELEASED -> "The State looks only among providers to which it released the need, and this is none.";
            case AMOUNT_FITS -> "No number of parts lies between the floor and the ceiling of the offer.";
            case DUE_DILIGENCE_RECORDED ->
                "No finding of human-rights due diligence clears the provider for this need.";
        };
    }

    private static String words(Breach breach) {
        String found = number(breach.found());
        String limit = number(breach.limit());
        return switch (breach.rule()) {
            case PAIR_IS_A_CANDIDATE -> "The offer may not serve the need.";
            case PAIR_IS_LISTED_ONCE -> "The offer is proposed for the need already.";
            case NEED_IS_NOT_OVER_COVERED -> "%s parts would be paid of a need of %s.".formatted(found, limit);
            case NEED_IS_COVERED_WHOLLY_UNLESS_PARTIAL_COVER_HELPS ->
                "%s of %s parts would be paid, and only whole cover helps.".formatted(found, limit);
            case MATCH_REACHES_THE_FLOOR ->
                "%s US dollars are below the floor of the offer, %s.".formatted(found, limit);
            case MATCH_STAYS_UNDER_THE_CEILING ->
                "%s US dollars are above the ceiling of the offer, %s.".formatted(found, limit);
            case OFFER_BUDGET_IS_NOT_EXCEEDED ->
                "The offer would pay %s US dollars of a budget of %s.".formatted(found, limit);
            case OFFER_SERVES_NO_MORE_NEEDS_THAN_IT_MAY ->
                "The offer would serve %s needs, and may serve %s.".formatted(found, limit);
            case OFFER_STATE_CAP_IS_NOT_EXCEEDED ->
                "The offer would pay %s US dollars to this State, and may pay %s.".formatted(found, limit);
            case STATE_ABSORBS_ITS_NEEDS_AT_ANY_TIME ->
                "The State would be served with %s needs at once, and takes %s.".formatted(found, limit);
            case PINNED_ROW_STANDS -> "What is agreed must stand.";
        };
    }

    private static String number(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }
}
