package org.switchboard.matching.engine.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** A need to which something may be added, and the pattern it has in the plan being worked on; null is none. */
@PlanningEntity
public final class NeedAssignment {

    static final String VARIABLE = "pattern";

    private int need;

    @PlanningVariable(valueRangeProviderRefs = "patterns", nullable = true)
    private @Nullable Pattern pattern;

    /** For OptaPlanner. */
    public NeedAssignment() {}

    NeedAssignment(int need) {
        this.need = need;
    }

    /** The same need, to be changed apart from this one. */
    NeedAssignment copy() {
        NeedAssignment copy = new NeedAssignment(need);
        copy.pattern = pattern;
        return copy;
    }

    int need() {
        return need;
    }

    /** Patterns are made by the moves as they need them; to list them all would take more memory than everything else. */
    @ValueRangeProvider(id = "patterns")
    public List<Pattern> getPatterns() {
        return pattern == null ? List.of() : List.of(pattern);
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
}
