package org.switchboard.matching.engine.certificate;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The most that a choice can be worth: of every item at most one option, their values added, and a {@link ConcaveValue} of
 * their total size on top.
 *
 * <p>With a price on size in the place of the concave value every item chooses for itself, and the sum is an upper bound:
 * the least such bound over all prices is the <em>relaxed</em> worth. What any choice is worth less than that is the sum of
 * what its items lose against their own best and what its size loses against the best size at that price. So the search
 * goes by loss: it allows a small loss in all, settles every item whose other options lose more, and tries the rest
 * exactly (the core of a knapsack; Pisinger, European Journal of Operational Research 83, 1995). If no choice loses so
 * little, that much is proven, and twice the loss is allowed. Where the work passes a limit, what is proven so far stands.
 *
 * <p>All numbers are whole; values are multiplied by a power of two first, so that prices can be fine.
 */
final class BestChoice {

    /** Prices finer than this share of one are not needed. */
    private static final int MOST_BITS = 30;

    /** Partial choices looked at for one answer, a quarter of a second's work; few answers need a thousandth of it. */
    private static final long MOST_WORK = 20_000_000;

    private final Items items;
    private final ConcaveValue ofSize;
    private final long magnitude;
    private final int bits;

    /**
     * The most that a choice is worth, or a little more where that would take too long.
     *
     * @param items of which no single option is larger than the limit of the size
     * @throws ArithmeticException if the numbers are so large that their sums leave the range
     */
    static long worth(Items items, ConcaveValue ofSize) {
        long totalSize = items.totalSize();
        ConcaveValue within = ofSize.cutAt(reachable(Math.min(ofSize.limit(), totalSize), items.commonMeasure()));
        long magnitude = Math.addExact(
                Math.addExact(items.totalMagnitude(), within.atZero()),
                Math.addExact(within.limit(), Math.multiplyExact(within.steepest(), totalSize)));
        int bits = Math.min(MOST_BITS, Long.numberOfLeadingZeros(magnitude) - 5);
        if (bits < 0) {
            throw new ArithmeticException("values of a choice leave the range");
        }
        return new BestChoice(items.times(1L << bits), within.times(1L << bits), magnitude << bits, bits).worth();
    }

    /** A budget that no sum of sizes can fill to the last is as good as the largest that one can. */
    private static long reachable(long size, long measure) {
        return measure == 0 ? size : size - size % measure;
    }

    /** From here on every sum is below an eighth of the range of long, because of the magnitude. */
    private BestChoice(Items items, ConcaveValue ofSize, long magnitude, int bits) {
        this.items = items;
        this.ofSize = ofSize;
        this.magnitude = magnitude;
        this.bits = bits;
    }

    private long worth() {
        long price = bestPrice();
        long relaxed = relaxed(price);
        return (relaxed - provenLoss(price, relaxed & (unit() - 1))) >> bits;
    }

    /** The price at which the relaxed worth is least; it is convex in the price. */
    private long bestPrice() {
        long low = lowestPrice();
        long high = ofSize.steepest();
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (relaxed(middle) <= relaxed(middle + 1)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Below the flattest slope only a limit on size can press the price, and no further than until nothing is left. */
    private long lowestPrice() {
        long total = items.totalSize();
        return ofSize.limit() < total ? ofSize.flattest() - magnitude / ofSize.limit() : ofSize.flattest();
    }

    private long relaxed(long price) {
        long sum = ofSizeAt(price, ofSize.bestAmountAt(price));
        for (int item = 0; item < items.count(); item++) {
            sum += best(item, price);
        }
        return sum;
    }

    private long ofSizeAt(long price, long size) {
        return ofSize.of(size) - price * size;
    }

    private long best(int item, long price) {
        long best = 0;
        for (int o = items.first(item); o < items.end(item); o++) {
            best = Math.max(best, items.value(o) + price * items.size(o));
        }
        return best;
    }

    /**
     * A loss that no choice stays below; the least loss of all, unless the work passes its limit.
     *
     * @param smallest that a loss can be: any other is larger by whole units, because every choice is worth whole units
     */
    private long provenLoss(long price, long smallest) {
        int[] order = largestFirst();
        Losses losses = new Losses(items, ofSize, price, unit());
        long proven = 0;
        long work = 0;
        for (long further = 0; ; further = 2 * further + unit()) {
            long allowed = smallest + further;
            work += losses.tryWithin(allowed, order, MOST_WORK - work);
            if (work >= MOST_WORK) {
                return proven;
            }
            if (losses.least() <= allowed) {
                return losses.least();
            }
            proven = allowed + unit();
        }
    }

    private long unit() {
        return 1L << bits;
    }

    /** Large items first: what follows then changes little, and hopeless partial choices show early. */
    private int[] largestFirst() {
        return IntStream.range(0, items.count())
                .boxed()
                .sorted(Comparator.comparingLong(item -> -items.largestSize(item)))
                .mapToInt(item -> item)
                .toArray();
    }
}
