package org.switchboard.matching.engine.search;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** A need to which something may be added, and the pattern it has in the plan being worked on; null is none. */
@PlanningEntity(difficultyComparatorClass = NeedAssignment.ByUrgency.class)
public final class NeedAssignment {

    static final String VARIABLE = "pattern";

    private int need;
    private double weightPerDollar;
    private List<Pattern> patterns = List.of();

    @PlanningVariable(valueRangeProviderRefs = "patterns", nullable = true)
    private @Nullable Pattern pattern;

    /** For OptaPlanner. */
    public NeedAssignment() {}

    NeedAssignment(int need, double weightPerDollar, List<Pattern> patterns) {
        this.need = need;
        this.weightPerDollar = weightPerDollar;
        this.patterns = patterns;
    }

    /** The same need and patterns, to be changed apart from this one. */
    NeedAssignment copy() {
        NeedAssignment copy = new NeedAssignment(need, weightPerDollar, patterns);
        copy.pattern = pattern;
        return copy;
    }

    int need() {
        return need;
    }

    @ValueRangeProvider(id = "patterns")
    public List<Pattern> getPatterns() {
        return patterns;
    }

    public @Nullable Pattern getPattern() {
        return pattern;
    }

    public void setPattern(@Nullable Pattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public String toString() {
        return "need " + need + " " + pattern;
    }

    /** The start serves first the needs that weigh most per dollar, and among equals the one received first. */
    public static final class ByUrgency implements Comparator<NeedAssignment> {

        @Override
        public int compare(NeedAssignment one, NeedAssignment other) {
            int byWeight = Double.compare(one.weightPerDollar, other.weightPerDollar);
            return byWeight != 0 ? byWeight : Integer.compare(other.need, one.need);
        }
    }
}
