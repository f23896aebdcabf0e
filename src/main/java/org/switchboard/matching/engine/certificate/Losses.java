package org.switchboard.matching.engine.certificate;

import java.util.Arrays;

/**
 * Choices by what they lose against the relaxed worth at one price: dynamic programming over the items, where a partial
 * choice is its total size and its loss so far, kept by rising size.
 */
final class Losses {

    private static final int MOST_OPTIONS = 5;

    private final Items items;
    private final ConcaveValue ofSize;
    private final long price;
    private final long unit;
    private final long bestAmount;
    private final long bestOfSize;

    private long[] sizes = new long[64];
    private long[] losses = new long[64];
    private int count;
    private long[] nextSizes = new long[64];
    private long[] nextLosses = new long[64];
    private int nextCount;
    private long least;

    private final long[] optionSizes = new long[MOST_OPTIONS];
    private final long[] optionLosses = new long[MOST_OPTIONS];
    private final int[] cursors = new int[MOST_OPTIONS];
    private int options;

    private long allowed;
    private long restLeast;
    private long restMost;
    private long restBest;

    /** @param unit that measures every value, so that two losses differ by whole units */
    Losses(Items items, ConcaveValue ofSize, long price, long unit) {
        this.items = items;
        this.ofSize = ofSize;
        this.price = price;
        this.unit = unit;
        this.bestAmount = ofSize.bestAmountAt(price);
        this.bestOfSize = ofSize.of(bestAmount) - price * bestAmount;
    }

    /**
     * Looks for the choice that loses least, among those that lose no more than is allowed.
     *
     * @return the partial choices looked at; at least {@code mostWork} if it was cut off
     */
    long tryWithin(long allowedLoss, int[] order, long mostWork) {
        allowed = allowedLoss;
        least = Long.MAX_VALUE;
        int[] open = settleAllBut(order);
        complete(sizes[0], 0);
        long work = open.length;
        for (int i = 0; i < open.length && count > 0; i++) {
            options(open[i]);
            leaveRest();
            work += (long) count * options;
            if (work >= mostWork) {
                return work;
            }
            combine();
            dropDominated();
        }
        return work;
    }

    /** The least loss of a whole choice; above all numbers if none is within what is allowed. */
    long least() {
        return least;
    }

    /** Gives all items that are still open their own best, where that is not too large: a whole choice. */
    private void complete(long size, long loss) {
        long whole = size + restBest;
        if (whole <= ofSize.limit()) {
            long total = loss + lossOfSize(whole, whole);
            least = total <= allowed ? Math.min(least, total) : least;
        }
    }

    private void addRest() {
        restLeast += least(optionSizes);
        restMost += most(optionSizes);
        restBest += bestSize();
    }

    private void leaveRest() {
        restLeast -= least(optionSizes);
        restMost -= most(optionSizes);
        restBest -= bestSize();
    }

    /** The size of an option that loses nothing. */
    private long bestSize() {
        int best = 0;
        while (optionLosses[best] > 0) {
            best++;
        }
        return optionSizes[best];
    }

    /** Starts from all items that have but one option within the allowed loss, and hands back the others. */
    private int[] settleAllBut(int[] order) {
        int[] open = new int[order.length];
        int found = 0;
        long settled = 0;
        restLeast = 0;
        restMost = 0;
        restBest = 0;
        for (int item : order) {
            options(item);
            if (options == 1) {
                settled += optionSizes[0];
            } else {
                open[found++] = item;
                addRest();
            }
        }
        count = 1;
        sizes[0] = settled;
        losses[0] = 0;
        return Arrays.copyOf(open, found);
    }

    /** The options of an item, that to leave it among them, which lose no more than is allowed. */
    private void options(int item) {
        long best = 0;
        for (int o = items.first(item); o < items.end(item); o++) {
            best = Math.max(best, items.value(o) + price * items.size(o));
        }
        options = 0;
        option(0, best);
        for (int o = items.first(item); o < items.end(item); o++) {
            option(items.size(o), best - items.value(o) - price * items.size(o));
        }
    }

    private void option(long size, long loss) {
        if (loss <= allowed) {
            optionSizes[options] = size;
            optionLosses[options++] = loss;
        }
    }

    private long least(long[] amounts) {
        return Arrays.stream(amounts, 0, options).min().orElse(0);
    }

    private long most(long[] amounts) {
        return Arrays.stream(amounts, 0, options).max().orElse(0);
    }

    /** Every partial choice with every option of the item, merged by rising size and, within a size, by rising loss. */
    private void combine() {
        Arrays.fill(cursors, 0, options, 0);
        nextCount = 0;
        for (int o = nextOption(); o >= 0; o = nextOption()) {
            int at = cursors[o]++;
            add(sizes[at] + optionSizes[o], losses[at] + optionLosses[o]);
        }
        long[] emptySizes = sizes;
        long[] emptyLosses = losses;
        sizes = nextSizes;
        losses = nextLosses;
        count = nextCount;
        nextSizes = emptySizes;
        nextLosses = emptyLosses;
    }

    private int nextOption() {
        int next = -1;
        long size = 0;
        long loss = 0;
        for (int o = 0; o < options; o++) {
            if (cursors[o] < count) {
                long otherSize = sizes[cursors[o]] + optionSizes[o];
                long otherLoss = losses[cursors[o]] + optionLosses[o];
                if (next < 0 || otherSize < size || (otherSize == size && otherLoss < loss)) {
                    next = o;
                    size = otherSize;
                    loss = otherLoss;
                }
            }
        }
        return next;
    }

    private void add(long size, long loss) {
        if (!mayWin(size, loss)) {
            return;
        }
        complete(size, loss);
        if (nextCount == nextSizes.length) {
            nextSizes = Arrays.copyOf(nextSizes, 2 * nextCount);
            nextLosses = Arrays.copyOf(nextLosses, 2 * nextCount);
        }
        nextSizes[nextCount] = size;
        nextLosses[nextCount++] = loss;
    }

    /** Whether a whole choice can come of it that loses no more than is allowed, and less than the best found. */
    private boolean mayWin(long size, long loss) {
        if (loss > allowed || size + restLeast > ofSize.limit()) {
            return false;
        }
        long total = loss + lossOfSize(size + restLeast, size + restMost);
        return total <= allowed && total <= least - unit;
    }

    /** What a total size loses against the best one at the price: the least over all sizes that can still be reached. */
    private long lossOfSize(long least, long most) {
        long amount = Math.min(ofSize.limit(), Math.max(least, Math.min(most, bestAmount)));
        return bestOfSize - (ofSize.of(amount) - price * amount);
    }

    /**
     * Of two partial choices the one goes that cannot become the better of the two, whatever follows: what their
     * difference in size can still win or cost lies between the steepest and the flattest slope within reach.
     */
    private void dropDominated() {
        if (count == 0) {
            return;
        }
        dropUpwards(ofSize.slopeAbove(sizes[0] + restLeast) - price);
        long largest = sizes[count - 1] + restMost;
        if (largest <= ofSize.limit()) {
            dropDownwards(price - ofSize.slopeBelow(largest));
        }
    }

    /** @param won at most, by each one of size more */
    private void dropUpwards(long won) {
        int kept = 1;
        long mark = losses[0];
        for (int i = 1; i < count; i++) {
            mark += won * (sizes[i] - sizes[i - 1]);
            if (losses[i] < mark) {
                mark = losses[i];
                sizes[kept] = sizes[i];
                losses[kept++] = losses[i];
            }
        }
        count = kept;
    }

    /** @param won at most, by each one of size less */
    private void dropDownwards(long won) {
        int kept = count - 1;
        long mark = losses[kept];
        for (int i = count - 2; i >= 0; i--) {
            mark += won * (sizes[i + 1] - sizes[i]);
            if (losses[i] < mark) {
                mark = losses[i];
                sizes[--kept] = sizes[i];
                losses[kept] = losses[i];
            }
        }
        System.arraycopy(sizes, kept, sizes, 0, count - kept);
        System.arraycopy(losses, kept, losses, 0, count - kept);
        count -= kept;
    }
}
