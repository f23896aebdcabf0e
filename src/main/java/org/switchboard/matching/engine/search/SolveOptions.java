package org.switchboard.matching.engine.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.bound.EarlierPrices;

/**
 * How a problem is to be searched.
 *
 * @param limits when the search ends
 * @param seed of everything that is left to chance
 * @param threads 2 to look for the bound beside the plan, 1 to look for it afterwards
 * @param start rows to begin with as far as they still keep all rules; empty to begin afresh
 * @param prices found earlier to begin with, if there are any
 * @param mostRowsChanged pairs of need and offer that may have other parts than in the problem's previous plan; rows that
 *     cannot stand any longer do not count
 * @param schedule steps that were planned by the search that is to be repeated, if it was ended before; otherwise {@link
 *     SolveLimits#NONE}
 */
public record SolveOptions(
        SolveLimits limits,
        long seed,
        int threads,
        List<PlanRow> start,
        @Nullable EarlierPrices prices,
        long mostRowsChanged,
        long schedule) {

    public SolveOptions {
        start = List.copyOf(start);
        if (threads < 1 || threads > 2) {
            throw new IllegalArgumentException("a search has 1 or 2 threads, not " + threads);
        }
        if (mostRowsChanged < 0) {
            throw new IllegalArgumentException("the most rows that may change cannot be below zero");
        }
    }

    public static SolveOptions of(SolveLimits limits, long seed) {
        return new SolveOptions(limits, seed, 2, List.of(), null, SolveLimits.NONE, SolveLimits.NONE);
    }

    public SolveOptions withThreads(int number) {
        return new SolveOptions(limits, seed, number, start, prices, mostRowsChanged, schedule);
    }

    /** Begins with the rows of an earlier plan and changes no more than so many. */
    public SolveOptions startingFrom(List<PlanRow> rows, long mostChanged) {
        return new SolveOptions(limits, seed, threads, rows, prices, mostChanged, schedule);
    }

    public SolveOptions withSchedule(long steps) {
        return new SolveOptions(limits, seed, threads, start, prices, mostRowsChanged, steps);
    }

    /** Begins with prices that were found earlier, for this problem or nearly the same. */
    public SolveOptions withPrices(EarlierPrices earlier) {
        return new SolveOptions(limits, seed, threads, start, earlier, mostRowsChanged, schedule);
    }
}
