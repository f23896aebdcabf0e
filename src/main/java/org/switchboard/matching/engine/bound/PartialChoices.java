package org.switchboard.matching.engine.bound;

import java.util.Arrays;

/**
 * The partial choices of {@link StateProblem}, need by need: for each way to have decided so far the coverage, the cost
 * and the way it came from. They are kept by falling coverage; of two with no less coverage at no more cost only one is.
 */
final class PartialChoices {

    private static final int MOST_CHOICES = StateProblem.MOST_PARTS + 1;

    private long[] coverage = new long[1024];
    private double[] cost = new double[1024];
    private int[] parent = new int[1024];
    private byte[] parts = new byte[1024];
    private int from;
    private int end;

    private final int[] choiceParts = new int[MOST_CHOICES];
    private final long[] choiceCoverage = new long[MOST_CHOICES];
    private final double[] choiceCost = new double[MOST_CHOICES];
    private final int[] next = new int[MOST_CHOICES];
    private int choices;

    /** Nothing is decided yet beside what these sums hold. */
    void start(long fixedCoverage, double fixedCost) {
        from = 0;
        end = 0;
        add(fixedCoverage, fixedCost, -1, 0);
    }

    void noChoices() {
        choices = 0;
    }

    void choice(int number, long addedCoverage, double price) {
        choiceParts[choices] = number;
        choiceCoverage[choices] = addedCoverage;
        choiceCost[choices++] = price;
    }

    /**
     * Decides the next need in each way that was given as a choice. What could not come above {@code lowest} at the slope
     * any more is dropped.
     *
     * @return how many partial choices there are now
     */
    int extend(double slope, double lowest) {
        int last = end;
        Arrays.fill(next, 0, choices, from);
        double cheapest = Double.POSITIVE_INFINITY;
        while (true) {
            int k = mostCoverage(last);
            if (k < 0) {
                break;
            }
            int n = next[k]++;
            long nowCovered = coverage[n] + choiceCoverage[k];
            double nowPaid = cost[n] + choiceCost[k];
            if (nowPaid < cheapest && slope * nowCovered - nowPaid > lowest) {
                cheapest = nowPaid;
                add(nowCovered, nowPaid, n, choiceParts[k]);
            }
        }
        from = last;
        return end - from;
    }

    /** The choice whose next extension covers most, and among those the cheapest; -1 where all are used up. */
    private int mostCoverage(int last) {
        int found = -1;
        long most = 0;
        double least = 0;
        for (int k = 0; k < choices; k++) {
            if (next[k] < last) {
                long covered = coverage[next[k]] + choiceCoverage[k];
                double paid = cost[next[k]] + choiceCost[k];
                if (found < 0 || covered > most || (covered == most && paid < least)) {
                    found = k;
                    most = covered;
                    least = paid;
                }
            }
        }
        return found;
    }

    private void add(long nowCovered, double nowPaid, int before, int number) {
        if (end == coverage.length) {
            coverage = Arrays.copyOf(coverage, 2 * end);
            cost = Arrays.copyOf(cost, 2 * end);
            parent = Arrays.copyOf(parent, 2 * end);
            parts = Arrays.copyOf(parts, 2 * end);
        }
        coverage[end] = nowCovered;
        cost[end] = nowPaid;
        parent[end] = before;
        parts[end++] = (byte) number;
    }

    int first() {
        return from;
    }

    int end() {
        return end;
    }

    long coverage(int choice) {
        return coverage[choice];
    }

    double cost(int choice) {
        return cost[choice];
    }

    int parent(int choice) {
        return parent[choice];
    }

    int parts(int choice) {
        return parts[choice];
    }
}
