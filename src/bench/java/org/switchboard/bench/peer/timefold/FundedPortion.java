package org.switchboard.bench.peer.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.switchboard.bench.peer.plain.Funder;
import org.switchboard.bench.peer.plain.Portion;
import org.switchboard.bench.peer.plain.Slice;

/** A portion and who pays for it. */
@PlanningEntity
public final class FundedPortion extends Portion {

    private Funder funder;

    /** For Timefold. */
    public FundedPortion() {}

    FundedPortion(Slice slice) {
        super(slice);
    }

    @ValueRangeProvider(id = "funders")
    public List<Funder> getFunders() {
        return choices();
    }

    @Override
    @PlanningVariable(valueRangeProviderRefs = "funders", allowsUnassigned = true)
    public Funder getFunder() {
        return funder;
    }

    public void setFunder(Funder funder) {
        this.funder = funder;
    }
}
