package org.switchboard.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * How often a step was made in a period by what counts under one code, as SQL gives it.
 *
 * @param code of a {@link Grouping}; {@link #ALL} for all in all
 * @param usd of what made the step
 * @param medianDays from the step before; null where none goes before, or was not made
 * @param sample whether items of the generated sample are counted
 */
record StepCount(
        String code,
        Step step,
        long count,
        long usd,
        @Nullable Double medianDays,
        @Nullable Double meanDays,
        boolean sample) {

    static final String ALL = "*";

    /** That nothing made the step. */
    static StepCount none(Step step) {
        return new StepCount(ALL, step, 0, 0, null, null, false);
    }
}
