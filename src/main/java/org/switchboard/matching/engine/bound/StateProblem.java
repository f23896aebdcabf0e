package org.switchboard.matching.engine.bound;

import java.util.Arrays;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;

/**
 * One State's side of the relaxation: which of its needs to cover, and how far, when covering m parts of need i costs C(i, m):
 * the most of g(V) − Σ C over the weighted coverage V that the choice gives.
 *
 * <p>A slope θ in place of the concave g gives an upper bound, and the least of these is found by bisection. Choices that
 * cost more than the distance to a known choice cannot be part of a better one; over those that remain, dynamic
 * programming by coverage is exact. All amounts are in points of level 1 times the scale.
 */
final class StateProblem {

    static final int MOST_PARTS = 4;

    private static final int HALVINGS = 24;

    /** Above what a sum of doubles can be off; all that is summed are whole numbers. */
    private static final double ROUNDING = 0.01;

    /** Above so many partial choices at once the relaxed value is taken for the exact one: it is a bound too. */
    private static final int MOST_PARTIAL_CHOICES = 20_000;

    private final OpenProblem open;
    private final double scale;
    private final double[] slope = new double[3];
    private final int[] firstNeed;
    private final int[] needs;
    private final double[] cost;
    private final long[] quarterWeight;
    private final long[] mostCoverage;

    private final byte[] chosen;
    private final byte[] other;
    private final int[] undecidedNeeds;
    private final PartialChoices partial = new PartialChoices();

    // of the State being solved
    private int state;
    private int undecided;
    private double atSlope;
    private double relaxed;
    private double best;

    StateProblem(OpenProblem open, long scale) {
        this.open = open;
        this.scale = scale;
        Slopes slopes = open.problem().slopes();
        slope[0] = (double) slopes.first() * scale;
        slope[1] = (double) slopes.second() * scale;
        slope[2] = (double) slopes.third() * scale;
        this.firstNeed = new int[open.states() + 1];
        for (int i = 0; i < open.needs(); i++) {
            firstNeed[open.need(i).state() + 1]++;
        }
        Arrays.parallelPrefix(firstNeed, Integer::sum);
        int[] next = firstNeed.clone();
        this.needs = new int[open.needs()];
        for (int i = 0; i < open.needs(); i++) {
            needs[next[open.need(i).state()]++] = i;
        }
        this.quarterWeight = new long[open.needs()];
        Arrays.setAll(quarterWeight, i -> open.need(i).weight() * open.need(i).quartersPerPart());
        this.mostCoverage = new long[open.states()];
        for (int i = 0; i < open.needs(); i++) {
            mostCoverage[open.need(i).state()] += open.openParts(i) * quarterWeight[i];
        }
        this.cost = new double[open.needs() * MOST_PARTS];
        this.chosen = new byte[open.needs()];
        this.other = new byte[open.needs()];
        this.undecidedNeeds = new int[open.needs()];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
    }

    int firstNeed(int ofState) {
        return firstNeed[ofState];
    }

    int need(int position) {
        return needs[position];
    }

    /** Sets what covering 1, 2, … parts of the need costs; {@code absorption} is added wherever any part is covered. */
    void setCosts(int need, CheapestParts cheapest, double absorption) {
        int openParts = open.openParts(need);
        int least = open.leastToAdd(need);
        for (int m = 1; m <= openParts; m++) {
            cost[need * MOST_PARTS + m - 1] = m < least ? Double.POSITIVE_INFINITY : cheapest.cost(m) + absorption;
        }
    }

    /** Parts of the need that the last solution for its State covers. */
    int chosen(int need) {
        return chosen[need];
    }

    /** The slope θ that bounds the State best: what one more weighted quarter is worth to it. */
    double solveRelaxed(int ofState) {
        state = ofState;
        double low = slope[2];
        double high = slope[0];
        if (excess(low, chosen) < 0) {
            for (int h = 0; h < HALVINGS; h++) {
                double middle = 0.5 * (low + high);
                if (excess(middle, chosen) < 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            excess(low, other);
            excess(high, chosen);
            keepBetter();
            atSlope = relaxedValue(low) < relaxedValue(high) ? low : high;
        } else {
            best = valueOf(chosen);
            atSlope = low;
        }
        relaxed = relaxedValue(atSlope);
        return atSlope;
    }

    /** The most that the State can keep, or a little more where finding it exactly would take too long. */
    double solve(int ofState) {
        solveRelaxed(ofState);
        if (relaxed - best < 1) {
            return Math.max(best, Math.floor(relaxed + ROUNDING));
        }
        return improveExactly() ? best : Math.floor(relaxed + ROUNDING);
    }

    double relaxed() {
        return relaxed;
    }

    /** Coverage that the best choices at this slope give, less the coverage that the slope asks for; writes the choices. */
    private double excess(double theta, byte[] choices) {
        double covered = 0;
        for (int p = firstNeed[state]; p < firstNeed[state + 1]; p++) {
            int i = needs[p];
            int m = bestParts(i, theta);
            choices[i] = (byte) m;
            covered += m * quarterWeight(i);
        }
        return covered - coverageAskedAt(theta);
    }

    private int bestParts(int i, double theta) {
        double perPart = theta * quarterWeight(i);
        int bestParts = 0;
        double most = 0;
        for (int m = 1; m <= open.openParts(i); m++) {
            double value = perPart * m - price(i, m);
            if (value > most) {
                most = value;
                bestParts = m;
            }
        }
        return bestParts;
    }

    private long quarterWeight(int i) {
        return quarterWeight[i];
    }

    /** The least V that the State's needs can cover at which g(V) − θ V is greatest. */
    private double coverageAskedAt(double theta) {
        State limits = open.problem().states().get(state);
        long end = theta >= slope[0] ? 0 : theta >= slope[1] ? limits.b1() : limits.b2();
        return Math.min(mostCoverage[state], Math.max(0, end - open.coverage(state)));
    }

    private double relaxedValue(double theta) {
        double asked = coverageAskedAt(theta);
        double sum = scale * open.value(state, (long) asked) - theta * asked;
        for (int p = firstNeed[state]; p < firstNeed[state + 1]; p++) {
            int i = needs[p];
            int m = bestParts(i, theta);
            sum += theta * quarterWeight(i) * m - price(i, m);
        }
        return sum;
    }

    private double valueOf(byte[] choices) {
        long covered = 0;
        double paid = 0;
        for (int p = firstNeed[state]; p < firstNeed[state + 1]; p++) {
            int i = needs[p];
            if (choices[i] > 0) {
                covered += choices[i] * quarterWeight(i);
                paid += price(i, choices[i]);
            }
        }
        return scale * open.value(state, covered) - paid;
    }

    private void keepBetter() {
        double one = valueOf(chosen);
        double two = valueOf(other);
        best = Math.max(one, two);
        if (two > one) {
            for (int p = firstNeed[state]; p < firstNeed[state + 1]; p++) {
                chosen[needs[p]] = other[needs[p]];
            }
        }
    }

    /** Dynamic programming over the needs whose choice is still open; false where that grows too large. */
    private boolean improveExactly() {
        double slack = relaxed - best;
        double fixedCost = 0;
        long fixedCoverage = 0;
        double openWorth = 0;
        undecided = 0;
        for (int p = firstNeed[state]; p < firstNeed[state + 1]; p++) {
            int i = needs[p];
            int m = bestParts(i, atSlope);
            other[i] = (byte) m;
            if (isSettled(i, m, slack)) {
                fixedCoverage += m * quarterWeight(i);
                fixedCost += price(i, m);
            } else {
                undecidedNeeds[undecided++] = i;
                openWorth += worth(i, m);
            }
        }
        partial.start(fixedCoverage, fixedCost);
        double asked = coverageAskedAt(atSlope);
        double concave = scale * open.value(state, (long) asked) - atSlope * asked;
        for (int u = 0; u < undecided; u++) {
            int i = undecidedNeeds[u];
            openWorth -= worth(i, other[i]);
            partial.noChoices();
            for (int m = 0; m <= open.openParts(i); m++) {
                if (price(i, m) < Double.POSITIVE_INFINITY) {
                    partial.choice(m, m * quarterWeight(i), price(i, m));
                }
            }
            if (partial.extend(atSlope, best - concave - openWorth) > MOST_PARTIAL_CHOICES) {
                return false;
            }
        }
        takeBest();
        return true;
    }

    /** Whether no other choice can be part of a better solution. */
    private boolean isSettled(int i, int m, double slack) {
        double most = worth(i, m);
        for (int k = 0; k <= open.openParts(i); k++) {
            if (k != m && most - worth(i, k) <= slack) {
                return false;
            }
        }
        return true;
    }

    /** What covering m parts is worth at the slope. */
    private double worth(int i, int m) {
        return atSlope * quarterWeight(i) * m - price(i, m);
    }

    private double price(int i, int m) {
        return m == 0 ? 0 : cost[i * MOST_PARTS + m - 1];
    }

    private void takeBest() {
        int found = -1;
        for (int n = partial.first(); n < partial.end(); n++) {
            double value = scale * open.value(state, partial.coverage(n)) - partial.cost(n);
            if (value > best) {
                best = value;
                found = n;
            }
        }
        if (found >= 0) {
            for (int p = firstNeed[state]; p < firstNeed[state + 1]; p++) {
                chosen[needs[p]] = other[needs[p]];
            }
            for (int u = undecided - 1, n = found; u >= 0; u--, n = partial.parent(n)) {
                chosen[undecidedNeeds[u]] = (byte) partial.parts(n);
            }
        }
    }
}
