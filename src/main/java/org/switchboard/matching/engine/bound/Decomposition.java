package org.switchboard.matching.engine.bound;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.Problem;

/**
 * Tightens the bound of the {@link Relaxation}: offers and States each decide for themselves who serves what, and a price
 * for every number of parts of every candidate makes them agree. Each offer then keeps its budget exactly
 * ({@link Knapsack}), each State its concave value ({@link StateProblem}), and what is left open is only whether they
 * agree. The formula is that of {@link Multipliers}.
 *
 * <p>Prices move along an average of past disagreements: up where an offer wants to give what no State takes from it, down
 * otherwise, by steps that fall geometrically with the rounds. Amounts are whole numbers held in doubles, far below 2^53,
 * so every round's bound is exact and proven as it stands.
 */
final class Decomposition {

    private static final double MEMORY = 0.9;
    private static final int MOST_BRANCHES = 3_000;

    /** Share of the best value of an offer that its knapsack may leave open: 0.002 %. */
    private static final double TOLERANCE = 2e-5;

    /** Sums of values stay so far below 2^53 that differences of sums are exact too. */
    private static final double LARGEST_SUM = 1L << 50;

    private static final long FINEST_SCALE = 1_000_000;

    private final OpenProblem open;
    private final long scale;
    private final StateProblem stateProblem;
    private final CheapestParts[] cheapest;
    private final Knapsack knapsack = new Knapsack(MOST_BRANCHES, TOLERANCE);

    private final int[] firstPart;
    private final double[] partPrice;
    private final double[] partDirection;
    private final double[] slotPrice;
    private final double[] stateCapPrice;
    private final double[] absorptionPrice;

    private final double[] slotDirection;
    private final double[] stateCapDirection;
    private final double[] absorptionDirection;
    private final double[] slotsUsed;
    private final double[] stateCapUsed;
    private final double[] absorptionUsed;

    /** How many parts each candidate was to give in the last round, by its offer and by its State. */
    private final byte[] given;

    private final byte[] bought;

    /** What a need is worth on average, in points times the scale, and what it costs, in dollars. */
    private final double meanValue;

    private final double meanCost;

    private final double[] lowestPartPrice;
    private final double[] lowestSlotPrice;
    private final double[] lowestStateCapPrice;
    private final double[] lowestAbsorptionPrice;
    private double lowest = Double.POSITIVE_INFINITY;
    private volatile boolean stopped;

    Decomposition(OpenProblem open, Prices start, @Nullable EarlierPrices earlier) {
        this.open = open;
        this.scale = scale(open);
        this.stateProblem = new StateProblem(open, scale);
        int most = 0;
        for (int s = 0; s < open.states(); s++) {
            most = Math.max(most, stateProblem.firstNeed(s + 1) - stateProblem.firstNeed(s));
        }
        this.cheapest = new CheapestParts[most];
        Arrays.setAll(cheapest, p -> new CheapestParts());
        int candidates = open.problem().candidates().size();
        this.firstPart = new int[candidates + 1];
        for (int c = 0; c < candidates; c++) {
            firstPart[c + 1] = firstPart[c] + open.mostParts(c);
        }
        this.partPrice = new double[firstPart[candidates]];
        this.partDirection = new double[partPrice.length];
        this.given = new byte[candidates];
        this.bought = new byte[candidates];
        this.slotPrice = new double[open.offers()];
        this.stateCapPrice = new double[open.offers() * open.states()];
        this.absorptionPrice = new double[open.states() * open.periods()];
        this.slotDirection = new double[slotPrice.length];
        this.stateCapDirection = new double[stateCapPrice.length];
        this.absorptionDirection = new double[absorptionPrice.length];
        this.slotsUsed = new double[slotPrice.length];
        this.stateCapUsed = new double[stateCapPrice.length];
        this.absorptionUsed = new double[absorptionPrice.length];
        this.lowestPartPrice = new double[partPrice.length];
        this.lowestSlotPrice = new double[slotPrice.length];
        this.lowestStateCapPrice = new double[stateCapPrice.length];
        this.lowestAbsorptionPrice = new double[absorptionPrice.length];
        this.meanValue = scale * open.meanValue();
        this.meanCost = meanCost();
        startAt(start);
        if (earlier != null) {
            takeOver(earlier);
        }
    }

    /** As fine as the range of exact sums allows: a power of ten. */
    private static long scale(OpenProblem open) {
        double largest = Math.max(1, Certificate.trivial(open.problem()).bound());
        long scale = FINEST_SCALE;
        while (scale > 1 && largest * scale > LARGEST_SUM) {
            scale /= 10;
        }
        return scale;
    }

    private double meanCost() {
        double cost = 0;
        for (int i = 0; i < open.needs(); i++) {
            cost += open.need(i).costUsd();
        }
        return Math.max(1, cost / Math.max(1, open.needs()));
    }

    private void startAt(Prices start) {
        for (int j = 0; j < open.offers(); j++) {
            slotPrice[j] = Math.rint(scale * start.slots[j]);
            for (int s = 0; s < open.states(); s++) {
                stateCapPrice[j * open.states() + s] = Math.rint(scale * start.stateCap(j, s));
            }
        }
        for (int at = 0; at < absorptionPrice.length; at++) {
            absorptionPrice[at] = Math.rint(scale * start.absorption[at]);
        }
        for (int c = 0; c < given.length; c++) {
            int j = open.offerOf(c);
            Need need = open.need(open.needOf(c));
            for (int k = 1; k <= open.mostParts(c); k++) {
                double money = (double) k * need.partCostUsd();
                partPrice[firstPart[c] + k - 1] =
                        Math.rint(scale * (money * start.moneyTo(j, need.state()) + start.slots[j]));
            }
        }
    }

    private void takeOver(EarlierPrices earlier) {
        for (int c = 0; c < given.length; c++) {
            for (int k = 1; k <= open.mostParts(c); k++) {
                double price = earlier.part(c, k);
                if (price != 0) {
                    partPrice[firstPart[c] + k - 1] = Math.rint(scale * price);
                }
            }
        }
    }

    /** D at the present prices, in points times the scale: an upper bound on what the open part of any plan is worth. */
    double evaluate() {
        Arrays.fill(slotsUsed, 0);
        Arrays.fill(stateCapUsed, 0);
        double bound = 0;
        for (int j = 0; j < open.offers() && !stopped; j++) {
            bound += slotPrice[j] * open.slots(j) + collect(j);
            for (int s = 0; s < open.states(); s++) {
                bound += stateCapPrice[j * open.states() + s] * open.stateCap(j, s);
            }
        }
        Arrays.fill(bought, (byte) 0);
        Arrays.fill(absorptionUsed, 0);
        for (int s = 0; s < open.states() && !stopped; s++) {
            for (int t = 0; t < open.periods(); t++) {
                bound += absorptionPrice[s * open.periods() + t] * open.absorption(s, t);
            }
            bound += keep(s);
        }
        return bound;
    }

    /** K of an offer. */
    private double collect(int j) {
        knapsack.clear();
        for (int p = open.firstOfOffer(j); p < open.firstOfOffer(j + 1); p++) {
            int c = open.ofOffer(p);
            Need need = open.need(open.needOf(c));
            double capPrice = stateCapPrice[j * open.states() + need.state()];
            boolean opened = false;
            given[c] = 0;
            for (int k = open.leastParts(c); k <= open.mostParts(c); k++) {
                long money = k * need.partCostUsd();
                double value = partPrice[firstPart[c] + k - 1] - slotPrice[j] - capPrice * money;
                if (value > 0) {
                    if (!opened) {
                        knapsack.item();
                        opened = true;
                    }
                    knapsack.size(c << 2 | (k - 1), money, value);
                }
            }
        }
        double most = knapsack.solve(open.budget(j));
        for (int n = 0; n < knapsack.items(); n++) {
            int label = knapsack.taken(n);
            if (label >= 0) {
                int c = label >> 2;
                given[c] = (byte) ((label & 3) + 1);
                Need need = open.need(open.needOf(c));
                slotsUsed[j]++;
                stateCapUsed[j * open.states() + need.state()] += given[c] * need.partCostUsd();
            }
        }
        return most;
    }

    /** S of a State. */
    private double keep(int s) {
        int first = stateProblem.firstNeed(s);
        int end = stateProblem.firstNeed(s + 1);
        for (int p = first; p < end; p++) {
            int i = stateProblem.need(p);
            CheapestParts parts = cheapest[p - first];
            parts.clear(open.openParts(i));
            for (int c = open.first(i); c < open.end(i); c++) {
                if (open.usable(c)) {
                    parts.offer(c, open.leastParts(c), open.mostParts(c), partPrice, firstPart[c]);
                }
            }
            stateProblem.setCosts(i, parts, absorption(i));
        }
        double most = stateProblem.solve(s);
        for (int p = first; p < end; p++) {
            int i = stateProblem.need(p);
            int m = stateProblem.chosen(i);
            for (int t = open.need(i).from(); t <= open.need(i).to() && m > 0 && !open.servedByPins(i); t++) {
                absorptionUsed[s * open.periods() + t]++;
            }
            for (int o = 0; m > 0 && o < cheapest[p - first].offers(m); o++) {
                bought[cheapest[p - first].candidate(m, o)] = (byte) cheapest[p - first].parts(m, o);
            }
        }
        return most;
    }

    private double absorption(int i) {
        if (open.servedByPins(i)) {
            return 0;
        }
        Need need = open.need(i);
        double sum = 0;
        for (int t = need.from(); t <= need.to(); t++) {
            sum += absorptionPrice[need.state() * open.periods() + t];
        }
        return sum;
    }

    /** One step of all prices; {@code step} in shares of the mean value of a need. */
    void move(double step) {
        double length = step * meanValue;
        for (int c = 0; c < given.length; c++) {
            for (int k = 1; k <= open.mostParts(c); k++) {
                int at = firstPart[c] + k - 1;
                int disagreement = (given[c] == k ? 1 : 0) - (bought[c] == k ? 1 : 0);
                partDirection[at] = MEMORY * partDirection[at] + (1 - MEMORY) * disagreement;
                partPrice[at] = Math.rint(partPrice[at] - length * partDirection[at]);
            }
        }
        moveLimits(step);
    }

    private void moveLimits(double step) {
        for (int j = 0; j < slotPrice.length; j++) {
            slotPrice[j] = moved(slotPrice[j], slotDirection, j, slotsUsed[j], open.slots(j), step * meanValue);
            for (int s = 0; s < open.states(); s++) {
                int at = j * open.states() + s;
                if (stateCapUsed[at] > 0 || stateCapPrice[at] > 0) {
                    stateCapPrice[at] = moved(
                            stateCapPrice[at],
                            stateCapDirection,
                            at,
                            stateCapUsed[at],
                            open.stateCap(j, s),
                            step * meanValue / meanCost);
                }
            }
        }
        for (int at = 0; at < absorptionPrice.length; at++) {
            long limit = open.absorption(at / open.periods(), at % open.periods());
            absorptionPrice[at] =
                    moved(absorptionPrice[at], absorptionDirection, at, absorptionUsed[at], limit, step * meanValue);
        }
    }

    private static double moved(double price, double[] direction, int at, double used, double limit, double step) {
        double excess = limit <= 0 ? 0 : Math.min(2, (used - limit) / limit);
        direction[at] = MEMORY * direction[at] + (1 - MEMORY) * excess;
        return Math.max(0, Math.rint(price + step * direction[at]));
    }

    /** Remembers the present prices if their bound is the lowest yet. */
    boolean keepIfLowest(double bound) {
        if (bound >= lowest) {
            return false;
        }
        lowest = bound;
        copy(partPrice, lowestPartPrice);
        copy(slotPrice, lowestSlotPrice);
        copy(stateCapPrice, lowestStateCapPrice);
        copy(absorptionPrice, lowestAbsorptionPrice);
        return true;
    }

    /** Goes on from the prices of the lowest bound. */
    void returnToLowest() {
        copy(lowestPartPrice, partPrice);
        copy(lowestSlotPrice, slotPrice);
        copy(lowestStateCapPrice, stateCapPrice);
        copy(lowestAbsorptionPrice, absorptionPrice);
        for (double[] direction :
                new double[][] {partDirection, slotDirection, stateCapDirection, absorptionDirection}) {
            Arrays.fill(direction, 0);
        }
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }

    /** Ends the evaluation under way soon; what it then returns is no bound. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** The prices of the lowest bound. */
    Multipliers lowestMultipliers() {
        Problem problem = open.problem();
        Multipliers multipliers = new Multipliers(problem, scale);
        for (int j = 0; j < open.offers(); j++) {
            multipliers.setSlot(j, (long) lowestSlotPrice[j]);
            for (int s = 0; s < open.states(); s++) {
                multipliers.setStateCap(j, s, (long) lowestStateCapPrice[j * open.states() + s]);
            }
        }
        for (int s = 0; s < open.states(); s++) {
            for (int t = 0; t < open.periods(); t++) {
                multipliers.setAbsorption(s, t, (long) lowestAbsorptionPrice[s * open.periods() + t]);
            }
        }
        for (int c = 0; c < given.length; c++) {
            for (int k = 1; k <= open.mostParts(c); k++) {
                multipliers.setPart(c, k, (long) lowestPartPrice[firstPart[c] + k - 1]);
            }
        }
        return multipliers;
    }

    /** The largest whole number of points in a bound. */
    long points(double bound) {
        return (long) Math.floor(bound / scale);
    }
}
