package org.switchboard.matching.engine.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.Breach;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Rules;
import org.switchboard.matching.engine.bound.Certificate;

/**
 * What a search hands back.
 *
 * @param plan the best plan found, its figures computed anew from its rows
 * @param certificate proves how far the plan is at most from the best possible
 * @param steps plans tried
 * @param laps plans tried after each twentieth of the way, as far as it came; with the seed and the steps they make the
 *     search repeatable
 * @param ending what ended it
 * @param unmet needs without any row, in order of receipt
 * @param overUse limits that the pinned rows alone break; the plan adds nothing to them
 */
public record Solution(
        Plan plan,
        Certificate certificate,
        long steps,
        List<Long> laps,
        Ending ending,
        List<UnmetNeed> unmet,
        List<Breach> overUse) {

    static Solution of(
            Problem problem, List<PlanRow> rows, Certificate certificate, long steps, List<Long> laps, Ending ending) {
        Plan plan = Plan.of(problem, rows);
        if (!plan.figures().feasible()) {
            throw new IllegalStateException("the search broke a rule: "
                    + Rules.besidePins(problem).breaches(rows).get(0));
        }
        return new Solution(plan, certificate, steps, laps, ending, unmet(problem, rows), Rules.overUse(problem, rows));
    }

    /** How far the plan is from the best possible at most, on level 1, as a share of the best possible. */
    public double gap() {
        return certificate.gap(plan.figures().level1());
    }

    private static List<UnmetNeed> unmet(Problem problem, List<PlanRow> rows) {
        var served = rows.stream().map(PlanRow::need).collect(Collectors.toSet());
        return IntStream.range(0, problem.needs().size())
                .filter(need -> !served.contains(need))
                .mapToObj(need -> new UnmetNeed(
                        need,
                        problem.candidates().first(need) < problem.candidates().end(need)))
                .toList();
    }
}
