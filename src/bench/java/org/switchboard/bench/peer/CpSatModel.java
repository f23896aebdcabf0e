package org.switchboard.bench.peer;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchboard.matching.engine.Candidate;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;

/** The problem in whole numbers and linear rules: of each candidate, whether it is used and for how many parts. */
final class CpSatModel {

    private record Pair(int need, int offer) {}

    private record OfferAndState(int offer, int state) {}

    /**
     * The variables of a candidate.
     *
     * @param used whether the offer pays for anything of the need
     * @param parts how many it pays for; follows from used where only one number is possible
     */
    private record Match(Candidate candidate, BoolVar used, LinearArgument parts) {}

    /** The concave value of a State as three lengths, each worth its slope; the best fills them in their order. */
    private record Bands(State state, IntVar first, IntVar second, IntVar third) {}

    private static final String UNNAMED = "";

    private final Problem problem;
    private final CpModel model = new CpModel();
    private final Map<Pair, Match> matches = new LinkedHashMap<>();
    private final Map<Integer, BoolVar> served = new LinkedHashMap<>();
    private final Map<Integer, Bands> bands = new LinkedHashMap<>();

    /** Of the rows of the previous plan, how many parts come from the same offer again. */
    private final Map<PlanRow, IntVar> kept = new LinkedHashMap<>();

    private final LinearExprBuilder level1 = LinearExpr.newBuilder();
    private final LinearExprBuilder level2 = LinearExpr.newBuilder();

    CpSatModel(Problem problem) {
        this.problem = problem;
        for (int need = 0; need < problem.needs().size(); need++) {
            if (problem.candidates().first(need) < problem.candidates().end(need)) {
                addNeed(need);
            }
        }
        addLimitsOfOffers();
        addAbsorption();
        addCoverageOfStates();
        addChanges();
    }

    CpModel model() {
        return model;
    }

    void maximizeLevel1() {
        model.maximize(level1);
    }

    /** @param atLeast level 1 that the plan must keep */
    void maximizeLevel2(long atLeast) {
        model.addGreaterOrEqual(level1, atLeast);
        model.clearObjective();
        model.maximize(level2);
    }

    List<PlanRow> rows(CpSolver solver) {
        return matches.entrySet().stream()
                .map(entry -> new PlanRow(entry.getKey().need(), entry.getKey().offer(), (int)
                        solver.value(entry.getValue().parts())))
                .filter(row -> row.parts() > 0)
                .toList();
    }

    /** Hints at every variable what it is in a plan. */
    void beginWith(List<PlanRow> plan) {
        Map<Pair, Integer> given = new HashMap<>();
        Map<Integer, Long> coverage = new HashMap<>();
        plan.forEach(row -> {
            Need need = problem.needs().get(row.need());
            given.put(new Pair(row.need(), row.offer()), row.parts());
            coverage.merge(need.state(), need.weight() * need.quartersPerPart() * row.parts(), Long::sum);
        });
        model.clearHints();
        matches.forEach((pair, match) -> {
            int parts = given.getOrDefault(pair, 0);
            model.addHint((IntVar) match.used(), Math.min(1, parts));
            if (match.parts() instanceof IntVar variable && variable != match.used()) {
                model.addHint(variable, parts);
            }
        });
        Map<Integer, Boolean> needsServed = new HashMap<>();
        plan.forEach(row -> needsServed.put(row.need(), true));
        served.forEach((need, variable) -> model.addHint((IntVar) variable, needsServed.containsKey(need) ? 1 : 0));
        kept.forEach((before, again) -> model.addHint(
                again, Math.min(before.parts(), given.getOrDefault(new Pair(before.need(), before.offer()), 0))));
        bands.forEach((state, lengths) -> hint(lengths, coverage.getOrDefault(state, 0L)));
    }

    private void hint(Bands lengths, long coverage) {
        long first = Math.min(coverage, lengths.state().b1());
        long second = Math.min(coverage, lengths.state().b2()) - first;
        model.addHint(lengths.first(), first);
        model.addHint(lengths.second(), second);
        model.addHint(lengths.third(), coverage - first - second);
    }

    /** It is not over-covered, and covered wholly unless partial cover helps. */
    private void addNeed(int index) {
        Need need = problem.needs().get(index);
        BoolVar isServed = model.newBoolVar(UNNAMED);
        served.put(index, isServed);
        LinearExprBuilder parts = LinearExpr.newBuilder();
        LinearExprBuilder providers = LinearExpr.newBuilder();
        problem.candidates().ofNeed(index).forEach(candidate -> {
            PartRange range = PartRange.of(need, problem.offers().get(candidate.offer()));
            if (!range.isEmpty()) {
                Match match = match(candidate, range);
                parts.add(match.parts());
                providers.add(match.used());
            }
        });
        LinearExpr whole = LinearExpr.term(isServed, need.parts());
        if (need.partialOk()) {
            model.addLessOrEqual(parts, whole);
            model.addLessOrEqual(isServed, providers);
        } else {
            model.addEquality(parts, whole);
        }
        level2.addTerm(isServed, problem.fragPenalty());
    }

    private Match match(Candidate candidate, PartRange range) {
        Need need = problem.needs().get(candidate.need());
        BoolVar used = model.newBoolVar(UNNAMED);
        LinearArgument parts = parts(used, range);
        Match match = new Match(candidate, used, parts);
        matches.put(new Pair(candidate.need(), candidate.offer()), match);
        level2.addTerm(parts, (long) need.quartersPerPart() * candidate.fit());
        level2.addTerm(used, -problem.fragPenalty());
        return match;
    }

    private LinearArgument parts(BoolVar used, PartRange range) {
        if (range.least() == range.most()) {
            return LinearExpr.term(used, range.most());
        }
        IntVar parts = model.newIntVar(0, range.most(), UNNAMED);
        model.addGreaterOrEqual(parts, LinearExpr.term(used, range.least()));
        model.addLessOrEqual(parts, LinearExpr.term(used, range.most()));
        return parts;
    }

    private void addLimitsOfOffers() {
        Map<Integer, LinearExprBuilder> money = new LinkedHashMap<>();
        Map<Integer, LinearExprBuilder> needs = new LinkedHashMap<>();
        Map<OfferAndState, LinearExprBuilder> moneyByState = new LinkedHashMap<>();
        for (Match match : matches.values()) {
            Need need = problem.needs().get(match.candidate().need());
            int offer = match.candidate().offer();
            sum(money, offer).addTerm(match.parts(), need.partCostUsd());
            sum(needs, offer).add(match.used());
            sum(moneyByState, new OfferAndState(offer, need.state())).addTerm(match.parts(), need.partCostUsd());
        }
        money.forEach((offer, sum) -> model.addLessOrEqual(sum, offer(offer).budgetUsd()));
        needs.forEach((offer, sum) -> model.addLessOrEqual(sum, offer(offer).maxNeeds()));
        moneyByState.forEach(
                (place, sum) -> model.addLessOrEqual(sum, offer(place.offer()).perStateCapUsd()));
    }

    private Offer offer(int index) {
        return problem.offers().get(index);
    }

    private void addAbsorption() {
        record StateAndPeriod(int state, int period) {}
        Map<StateAndPeriod, LinearExprBuilder> needs = new LinkedHashMap<>();
        served.forEach((index, isServed) -> {
            Need need = problem.needs().get(index);
            for (int t = need.from(); t <= need.to(); t++) {
                sum(needs, new StateAndPeriod(need.state(), t)).add(isServed);
            }
        });
        needs.forEach((place, sum) ->
                model.addLessOrEqual(sum, problem.states().get(place.state()).absorption()));
    }

    private void addCoverageOfStates() {
        Map<Integer, LinearExprBuilder> coverage = new LinkedHashMap<>();
        Map<Integer, Long> most = new HashMap<>();
        for (Match match : matches.values()) {
            Need need = problem.needs().get(match.candidate().need());
            sum(coverage, need.state()).addTerm(match.parts(), need.weight() * need.quartersPerPart());
        }
        served.keySet().stream()
                .map(problem.needs()::get)
                .forEach(need ->
                        most.merge(need.state(), need.weight() * need.quartersPerPart() * need.parts(), Long::sum));
        Slopes slopes = problem.slopes();
        coverage.forEach((index, sum) -> {
            State state = problem.states().get(index);
            Bands lengths = new Bands(
                    state,
                    model.newIntVar(0, state.b1(), UNNAMED),
                    model.newIntVar(0, state.b2() - state.b1(), UNNAMED),
                    model.newIntVar(0, most.get(index), UNNAMED));
            bands.put(index, lengths);
            model.addEquality(
                    sum,
                    LinearExpr.newBuilder()
                            .add(lengths.first())
                            .add(lengths.second())
                            .add(lengths.third()));
            level1.addTerm(lengths.first(), slopes.first())
                    .addTerm(lengths.second(), slopes.second())
                    .addTerm(lengths.third(), slopes.third());
        });
    }

    /** What an offer gives again of the previous plan is not charged; the charge for all of it is a constant. */
    private void addChanges() {
        for (PlanRow before : problem.previous()) {
            Match match = matches.get(new Pair(before.need(), before.offer()));
            if (match != null) {
                IntVar again = model.newIntVar(0, before.parts(), UNNAMED);
                kept.put(before, again);
                model.addLessOrEqual(again, match.parts());
                level2.addTerm(
                        again,
                        problem.changePenalty()
                                * problem.needs().get(before.need()).quartersPerPart());
            }
        }
    }

    private static <K> LinearExprBuilder sum(Map<K, LinearExprBuilder> sums, K key) {
        return sums.computeIfAbsent(key, place -> LinearExpr.newBuilder());
    }
}
