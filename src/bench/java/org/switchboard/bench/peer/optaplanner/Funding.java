package org.switchboard.bench.peer.optaplanner;

import java.util.List;
import org.optaplanner.core.api.domain.lookup.LookUpStrategyType;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.switchboard.bench.peer.plain.Funder;

/** All portions. Hard: limits kept. Medium: level 1. Soft: level 2 but for a constant. */
@SuppressWarnings("unused") // fields that only OptaPlanner reads
@PlanningSolution(lookUpStrategyType = LookUpStrategyType.EQUALITY)
public final class Funding {

    @ProblemFactCollectionProperty
    private List<Funder> funders;

    @PlanningEntityCollectionProperty
    private List<FundedPortion> portions;

    @PlanningScore
    private HardMediumSoftLongScore score;

    /** For OptaPlanner. */
    public Funding() {}

    Funding(List<Funder> funders, List<FundedPortion> portions) {
        this.funders = funders;
        this.portions = portions;
    }

    List<FundedPortion> portions() {
        return portions;
    }
}
