package org.switchboard.matching.engine.bound;

import java.util.Arrays;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Problem;

/**
 * The prices that prove a bound, in whole numbers: {@code scale} of them are one point of level 1. Whatever their
 * values, they prove some bound; good ones prove a close one.
 *
 * <p>For a problem without pinned rows the bound is the largest whole number of points in
 *
 * <pre>
 *   D = Σ offers (slot · maxNeeds + K)  +  Σ offers and States stateCap · perStateCap
 *     + Σ States and periods absorption · absorptionLimit  +  Σ States S
 *
 *   K = the most that one offer can collect: Σ (part(c, k) − slot − stateCap · money) over its candidates c, at most one
 *       number of parts k for each, with all money within the budget
 *   S = the most that one State can keep: its concave value in points times scale, less Σ part(c, k) for what covers its
 *       needs, less the absorption prices of the periods of every need that is covered
 * </pre>
 *
 * <p>A number of parts that a candidate cannot give (floor, ceiling, budget, State cap, all-or-nothing) belongs to neither
 * K nor S. With pinned rows the same is said of what the pins leave: limits less what pins use and never below zero,
 * needs less the parts that are pinned, slopes from the coverage that is pinned.
 */
public final class Multipliers {

    private final long scale;
    private final long[] slots;
    private final long[] stateCaps;
    private final long[] absorption;
    private final int[] firstPart;
    private final long[] parts;
    private final int states;
    private final int periods;

    /** All prices zero: to be set one by one. */
    public Multipliers(Problem problem, long scale) {
        if (scale <= 0) {
            throw new IllegalArgumentException("the scale must be above zero, is " + scale);
        }
        this.scale = scale;
        this.states = problem.states().size();
        this.periods = problem.periods();
        int offers = problem.offers().size();
        this.slots = new long[offers];
        this.stateCaps = new long[Math.multiplyExact(offers, states)];
        this.absorption = new long[states * periods];
        this.firstPart = firstParts(problem);
        this.parts = new long[firstPart[firstPart.length - 1]];
    }

    private static int[] firstParts(Problem problem) {
        CandidateTable candidates = problem.candidates();
        int[] first = new int[candidates.size() + 1];
        for (int i = 0; i < candidates.needs(); i++) {
            int most = problem.needs().get(i).parts();
            for (int c = candidates.first(i); c < candidates.end(i); c++) {
                first[c + 1] = first[c] + most;
            }
        }
        return first;
    }

    public long scale() {
        return scale;
    }

    /** Per need that the offer serves; not negative. */
    public long slot(int offer) {
        return slots[offer];
    }

    /** Per dollar that the offer gives to the State, beside what its budget is worth; not negative. */
    public long stateCap(int offer, int state) {
        return stateCaps[offer * states + state];
    }

    /** Per need of the State that is served in the period; not negative. */
    public long absorption(int state, int period) {
        return absorption[state * periods + period];
    }

    /** What a State pays an offer for this number of parts (from 1) over one candidate; of any sign. */
    public long part(int candidate, int number) {
        return parts[firstPart[candidate] + number - 1];
    }

    /** Most parts that the candidate has a price for. */
    public int mostParts(int candidate) {
        return firstPart[candidate + 1] - firstPart[candidate];
    }

    public void setSlot(int offer, long price) {
        slots[offer] = notNegative(price);
    }

    public void setStateCap(int offer, int state, long price) {
        stateCaps[offer * states + state] = notNegative(price);
    }

    public void setAbsorption(int state, int period, long price) {
        absorption[state * periods + period] = notNegative(price);
    }

    public void setPart(int candidate, int number, long price) {
        parts[firstPart[candidate] + number - 1] = price;
    }

    private static long notNegative(long price) {
        if (price < 0) {
            throw new IllegalArgumentException("the price of a limit cannot be negative, is " + price);
        }
        return price;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Multipliers that
                && scale == that.scale
                && Arrays.equals(slots, that.slots)
                && Arrays.equals(stateCaps, that.stateCaps)
                && Arrays.equals(absorption, that.absorption)
                && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(slots) + Arrays.hashCode(parts);
    }
}
