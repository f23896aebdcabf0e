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
 * @param laps of the search that is to be repeated: how many steps it had made after each twentieth of its way; null if
 *     none is to be repeated
 */
public record SolveOptions(
        SolveLimits limits,
        long seed,
        int threads,
        List<PlanRow> start,
        @Nullable EarlierPrices prices,
        long mostRowsChanged,
        @Nullable List<Long> laps) {

    /** The way of a search has so many laps. */
    public static final int LAPS = Schedule.LAPS;

    public SolveOptions {
        start = List.copyOf(start);
        laps = laps == null ? null : List.copyOf(laps);
        if (threads < 1 || threads > 2) {
            throw new IllegalArgumentException("a search has 1 or 2 threads, not " + threads);
        }
        if (mostRowsChanged < 0) {
            throw new IllegalArgumentException("the most rows that may change cannot be below zero");
        }
    }

    public static SolveOptions of(SolveLimits limits, long seed) {
        return new SolveOptions(limits, seed, 2, List.of(), null, SolveLimits.NONE, null);
    }

    public SolveOptions withThreads(int number) {
        return new SolveOptions(limits, seed, number, start, prices, mostRowsChanged, laps);
    }

    /** Begins with the rows of an earlier plan and changes no more than so many. */
    public SolveOptions startingFrom(List<PlanRow> rows, long mostChanged) {
        return new SolveOptions(limits, seed, threads, rows, prices, mostChanged, laps);
    }

    /** Repeats a search: its seed and the steps that it made are asked for besides. None is repeated with null. */
    public SolveOptions repeating(@Nullable List<Long> lapsMade) {
        return new SolveOptions(limits, seed, threads, start, prices, mostRowsChanged, lapsMade);
    }

    /** Begins with prices that were found earlier, for this problem or nearly the same. */
    public SolveOptions withPrices(EarlierPrices earlier) {
        return new SolveOptions(limits, seed, threads, start, earlier, mostRowsChanged, laps);
    }
}
