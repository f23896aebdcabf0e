package org.switchboard.matching.engine.bound;

import java.util.Arrays;

/**
 * The most value that fits into one budget, where each item may be taken in one of a few sizes or not at all: branch and
 * bound over items by falling efficiency, with Dantzig's bound (Operations Research 5, 1957) over what is still open.
 * When it is cut off, the largest bound of a branch left open still holds.
 */
final class Knapsack {

    /** What a small sum of quotients of doubles can be off at most; it is added before rounding down to a whole number. */
    private static final double LEAST_ROUNDING = 0.01;

    /** What one sum or quotient of doubles can be off, in shares of it. */
    private static final double ROUNDING = 0x1p-52;

    private final int mostBranches;
    private final double tolerance;

    private int items;
    private int[] firstSize = new int[65];
    private double[] value = new double[256];
    private long[] weight = new long[256];
    private int[] label = new int[256];

    private double[] efficiency = new double[64];
    private double[] mostValue = new double[64];
    private int[] order = new int[64];
    private long[] sortKeys = new long[64];
    private double[] weightBefore = new double[65];
    private double[] valueBefore = new double[65];
    private int[] taken = new int[64];
    private int[] bestTaken = new int[64];

    private double rounding;
    private double best;
    private double openBound;
    private int branches;

    /**
     * @param mostBranches after which it is cut off
     * @param tolerance share of the best value below which a branch is not worth following; it counts as left open
     */
    Knapsack(int mostBranches, double tolerance) {
        this.mostBranches = mostBranches;
        this.tolerance = tolerance;
    }

    void clear() {
        items = 0;
        firstSize[0] = 0;
    }

    /** Opens an item; its sizes follow. */
    void item() {
        items++;
        if (items == firstSize.length) {
            grow();
        }
        firstSize[items] = firstSize[items - 1];
    }

    private void grow() {
        int most = 2 * items;
        firstSize = Arrays.copyOf(firstSize, most + 1);
        efficiency = Arrays.copyOf(efficiency, most);
        mostValue = Arrays.copyOf(mostValue, most);
        order = Arrays.copyOf(order, most);
        sortKeys = Arrays.copyOf(sortKeys, most);
        weightBefore = Arrays.copyOf(weightBefore, most + 1);
        valueBefore = Arrays.copyOf(valueBefore, most + 1);
        taken = Arrays.copyOf(taken, most);
        bestTaken = Arrays.copyOf(bestTaken, most);
    }

    /** A size of the open item. */
    void size(int itsLabel, long itsWeight, double itsValue) {
        int s = firstSize[items]++;
        if (s == value.length) {
            value = Arrays.copyOf(value, 2 * s);
            weight = Arrays.copyOf(weight, 2 * s);
            label = Arrays.copyOf(label, 2 * s);
        }
        value[s] = itsValue;
        weight[s] = itsWeight;
        label[s] = itsLabel;
    }

    /** An upper bound on the value of any choice within the capacity; exact unless cut off. */
    double solve(long capacity) {
        sort();
        best = 0;
        openBound = 0;
        branches = 0;
        Arrays.fill(bestTaken, 0, items, -1);
        if (items > 0) {
            branch(0, capacity, 0);
        }
        return Math.max(best, openBound);
    }

    /** The label of the size in which the n-th item was taken by the best choice found; -1 if it was not taken. */
    int taken(int item) {
        int s = bestTaken[item];
        return s < 0 ? -1 : label[s];
    }

    int items() {
        return items;
    }

    private void sort() {
        for (int k = 0; k < items; k++) {
            efficiency[k] = 0;
            mostValue[k] = 0;
            for (int s = firstSize[k]; s < firstSize[k + 1]; s++) {
                efficiency[k] = Math.max(efficiency[k], value[s] / weight[s]);
                mostValue[k] = Math.max(mostValue[k], value[s]);
            }
            // doubles above zero sort as their bits do; the low bits make room for the index
            sortKeys[k] = (Double.doubleToLongBits(efficiency[k]) & ~0xFFFFFL) | k;
        }
        Arrays.sort(sortKeys, 0, items);
        for (int k = 0; k < items; k++) {
            order[k] = (int) (sortKeys[items - 1 - k] & 0xFFFFFL);
        }
        // an item is bounded by min(efficiency · weight, most value); rounded efficiencies are still in order but for
        // the lowest bits, so the greatest that follows is carried forward
        double greatest = 0;
        for (int d = items - 1; d >= 0; d--) {
            greatest = Math.max(greatest, efficiency[order[d]]);
            efficiency[order[d]] = greatest;
        }
        for (int d = 0; d < items; d++) {
            int k = order[d];
            weightBefore[d + 1] = weightBefore[d] + mostValue[k] / efficiency[k];
            valueBefore[d + 1] = valueBefore[d] + mostValue[k];
        }
        rounding = LEAST_ROUNDING + ROUNDING * (items + 2) * valueBefore[items];
    }

    private void branch(int depth, long left, double collected) {
        for (int d = depth; d < items; d++) {
            double bound = collected + dantzig(d, left);
            if (bound <= best) {
                return;
            }
            branches++;
            if (branches > mostBranches || bound <= best * (1 + tolerance)) {
                openBound = Math.max(openBound, bound);
                return;
            }
            int k = order[d];
            for (int s = firstSize[k + 1] - 1; s >= firstSize[k]; s--) {
                if (weight[s] <= left) {
                    taken[d] = s;
                    double now = collected + value[s];
                    if (now > best) {
                        keep(d, now);
                    }
                    branch(d + 1, left - weight[s], now);
                }
            }
            taken[d] = -1;
        }
    }

    private void keep(int depth, double now) {
        best = now;
        Arrays.fill(bestTaken, 0, items, -1);
        for (int d = 0; d <= depth; d++) {
            bestTaken[order[d]] = taken[d];
        }
    }

    /** What the items from this depth on could add at most, if the last could be cut. */
    private double dantzig(int depth, long left) {
        double full = weightBefore[depth] + left;
        if (weightBefore[items] <= full) {
            return Math.floor(valueBefore[items] - valueBefore[depth] + rounding);
        }
        int low = depth;
        int high = items;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (weightBefore[middle] <= full) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        double cut = (full - weightBefore[low]) * efficiency[order[low]];
        return Math.floor(valueBefore[low] - valueBefore[depth] + cut + rounding);
    }
}
