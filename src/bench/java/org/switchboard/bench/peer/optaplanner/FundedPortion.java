package org.switchboard.bench.peer.optaplanner;

import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;
import org.switchboard.bench.peer.plain.Funder;
import org.switchboard.bench.peer.plain.Portion;
import org.switchboard.bench.peer.plain.Slice;

/** A portion and who pays for it. */
@PlanningEntity
public final class FundedPortion extends Portion {

    private Funder funder;

    /** For OptaPlanner. */
    public FundedPortion() {}

    FundedPortion(Slice slice) {
        super(slice);
    }

    @ValueRangeProvider(id = "funders")
    public List<Funder> getFunders() {
        return choices();
    }

    @Override
    @PlanningVariable(valueRangeProviderRefs = "funders", nullable = true)
    public Funder getFunder() {
        return funder;
    }

    public void setFunder(Funder funder) {
        this.funder = funder;
    }
}
