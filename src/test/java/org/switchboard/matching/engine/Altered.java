package org.switchboard.matching.engine;

import java.util.List;

/** Problems that are as another but for one thing, for tests. */
public final class Altered {

    private Altered() {}

    /** After another plan that was put forward. */
    public static Problem withPrevious(Problem problem, List<PlanRow> previous) {
        return withPrevious(problem, problem.needs(), previous);
    }

    /** The same, with needs that have changed since. */
    public static Problem withPrevious(Problem problem, List<Need> needs, List<PlanRow> previous) {
        return new Problem(
                problem.periods(),
                problem.slopes(),
                problem.fragPenalty(),
                problem.changePenalty(),
                problem.states(),
                needs,
                problem.offers(),
                problem.candidates(),
                previous,
                problem.pinned());
    }

    /** With other terms of its offers. */
    public static Problem withOffers(Problem problem, List<Offer> offers) {
        return problem.with(offers, problem.candidates(), problem.pinned());
    }

    /** With other rows that people have fixed. */
    public static Problem withPinned(Problem problem, List<PlanRow> pinned) {
        return problem.with(problem.offers(), problem.candidates(), pinned);
    }
}
