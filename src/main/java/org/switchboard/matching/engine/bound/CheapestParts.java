package org.switchboard.matching.engine.bound;

import java.util.Arrays;

/**
 * The cheapest way to cover 1, 2, 3 or 4 parts of one need by different offers, each giving one number of parts at one
 * price: dynamic programming over the parts covered, offers one by one. Made to be reused for one need after the other.
 */
public final class CheapestParts {

    private static final int MOST = 4;

    private final double[] cost = new double[MOST + 1];
    private final int[] offers = new int[MOST + 1];
    private final int[] candidate = new int[(MOST + 1) * MOST];
    private final int[] parts = new int[(MOST + 1) * MOST];
    private int open;

    /** Forgets everything; nothing can be covered until candidates are offered. */
    public void clear(int openParts) {
        open = openParts;
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
    }

    /** Candidate {@code c} gives {@code least} to {@code most} parts at {@code fixed + perPart · parts}. */
    public void offer(int c, int least, int most, double fixed, double perPart) {
        for (int m = open; m >= least; m--) {
            int up = Math.min(most, m);
            for (int k = least; k <= up; k++) {
                double sum = cost[m - k] + fixed + perPart * k;
                if (sum < cost[m]) {
                    take(m, c, k, sum);
                }
            }
        }
    }

    /** Candidate {@code c} gives {@code least} to {@code most} parts, k of them at {@code prices[first + k - 1]}. */
    public void offer(int c, int least, int most, double[] prices, int first) {
        for (int m = open; m >= least; m--) {
            int up = Math.min(most, m);
            for (int k = least; k <= up; k++) {
                double sum = cost[m - k] + prices[first + k - 1];
                if (sum < cost[m]) {
                    take(m, c, k, sum);
                }
            }
        }
    }

    private void take(int m, int c, int k, double sum) {
        int before = offers[m - k];
        int from = (m - k) * MOST;
        int to = m * MOST;
        for (int o = 0; o < before; o++) {
            candidate[to + o] = candidate[from + o];
            parts[to + o] = parts[from + o];
        }
        candidate[to + before] = c;
        parts[to + before] = k;
        offers[m] = before + 1;
        cost[m] = sum;
    }

    /** Infinite where the candidates cannot cover exactly so many parts. */
    public double cost(int m) {
        return cost[m];
    }

    /** How many offers share the cover of {@code m} parts. */
    public int offers(int m) {
        return offers[m];
    }

    public int candidate(int m, int position) {
        return candidate[m * MOST + position];
    }

    public int parts(int m, int position) {
        return parts[m * MOST + position];
    }
}
