package org.switchboard.matching.engine.certificate;

import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;

/**
 * A value of a whole number from 0 up to a limit that rises by falling slopes, band by band. Beyond the limit nothing is
 * allowed.
 *
 * @param atZero the value of 0
 * @param slopes of the bands, falling
 * @param ends where the bands end, rising; the last is the limit
 */
record ConcaveValue(long atZero, long[] slopes, long[] ends) {

    /** What further coverage of a State is worth, so many to a point of level 1, beside the coverage it has. */
    static ConcaveValue ofCoverage(Slopes slopes, State state, long covered, long scale) {
        return new ConcaveValue(
                Math.multiplyExact(scale, slopes.valueOf(covered, state)),
                new long[] {
                    Math.multiplyExact(scale, slopes.first()),
                    Math.multiplyExact(scale, slopes.second()),
                    Math.multiplyExact(scale, slopes.third())
                },
                new long[] {Math.max(0, state.b1() - covered), Math.max(0, state.b2() - covered), Long.MAX_VALUE});
    }

    /** Worth nothing, and no more than so much of it is to be had. */
    static ConcaveValue upTo(long limit) {
        return new ConcaveValue(0, new long[1], new long[] {limit});
    }

    /** The same value, cut at a limit that cannot be passed anyway. */
    ConcaveValue cutAt(long newLimit) {
        long[] cut = ends.clone();
        for (int band = 0; band < cut.length; band++) {
            cut[band] = Math.min(cut[band], newLimit);
        }
        return new ConcaveValue(atZero, slopes, cut);
    }

    ConcaveValue times(long factor) {
        long[] steeper = slopes.clone();
        for (int band = 0; band < steeper.length; band++) {
            steeper[band] = Math.multiplyExact(factor, slopes[band]);
        }
        return new ConcaveValue(Math.multiplyExact(factor, atZero), steeper, ends);
    }

    long limit() {
        return ends[ends.length - 1];
    }

    /** The value of an amount within the limit. */
    long of(long amount) {
        long value = atZero;
        long start = 0;
        for (int band = 0; start < amount; band++) {
            long end = Math.min(amount, ends[band]);
            value += slopes[band] * (end - start);
            start = end;
        }
        return value;
    }

    long steepest() {
        return slopes[0];
    }

    long flattest() {
        return slopes[slopes.length - 1];
    }

    /** The slope just above an amount, which no slope further up exceeds. */
    long slopeAbove(long amount) {
        for (int band = 0; band < slopes.length; band++) {
            if (amount < ends[band]) {
                return slopes[band];
            }
        }
        return flattest();
    }

    /** The slope just below an amount, which no slope further down undercuts. */
    long slopeBelow(long amount) {
        long start = 0;
        long slope = steepest();
        for (int band = 0; band < slopes.length && start < amount; band++) {
            if (start < ends[band]) {
                slope = slopes[band];
                start = ends[band];
            }
        }
        return slope;
    }

    /** The amount at which most is left of the value when each one costs the price. */
    long bestAmountAt(long price) {
        long amount = 0;
        for (int band = 0; band < slopes.length && slopes[band] > price; band++) {
            amount = ends[band];
        }
        return amount;
    }
}
