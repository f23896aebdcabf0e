package org.switchboard.bench.peer.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;
import org.switchboard.bench.peer.plain.Funder;

/** All portions. Hard: limits kept. Medium: level 1. Soft: level 2 but for a constant. */
@SuppressWarnings("unused") // fields that only Timefold reads
@PlanningSolution
public final class Funding {

    @ProblemFactCollectionProperty
    private List<Funder> funders;

    @PlanningEntityCollectionProperty
    private List<FundedPortion> portions;

    @PlanningScore
    private HardMediumSoftLongScore score;

    /** For Timefold. */
    public Funding() {}

    Funding(List<Funder> funders, List<FundedPortion> portions) {
        this.funders = funders;
        this.portions = portions;
    }

    List<FundedPortion> portions() {
        return portions;
    }
}
