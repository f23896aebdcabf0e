package org.switchboard.matching.engine.bound;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;

/**
 * The Lagrangian relaxation of level 1: budgets, slots, State caps and absorption are no longer limits but have prices, and
 * every State buys for itself what pays. By weak duality
 *
 * <pre>
 *   L = Σ money · budget + Σ slot · slots + Σ stateCap · cap + Σ absorption · limit + Σ States (value − what is paid)
 * </pre>
 *
 * is above every plan. Prices move along an average of past excesses of use over the limit, each in proportion to its limit
 * (the averaged subgradient of the volume algorithm; Barahona and Anbil, Mathematical Programming 87, 2000), by steps that
 * fall geometrically; those of the lowest L are kept.
 */
public final class Relaxation {

    private static final double FIRST_STEP = 0.06;

    /** For prices that were good before. */
    private static final double FIRST_STEP_FROM_EARLIER = 0.02;

    private static final double LAST_STEP = 0.003;
    private static final double MEMORY = 0.85;
    private static final int STRETCHES = 40;

    /** What a dollar is taken to be worth at first, as a share of what it would be were all of level 1 bought by money. */
    private static final double FIRST_PRICE = 0.4;

    /** An excess above the limit itself moves a price no faster than this. */
    private static final double MOST_EXCESS = 2;

    private final OpenProblem open;
    private final List<Buyers> buyers;

    private final Prices prices;
    private final double firstStep;
    private final double[] moneyUsed;
    private final double[] slotsUsed;
    private final double[] stateCapUsed;
    private final double[] absorptionUsed;
    private final double[] kept;
    private final Prices direction;

    private final Units units;

    public Relaxation(OpenProblem open) {
        this(open, null, 1);
    }

    /**
     * @param earlier prices to begin with, if there are any
     * @param threads that share the work; what comes of it does not depend on them
     */
    public Relaxation(OpenProblem open, @Nullable EarlierPrices earlier, int threads) {
        this.open = open;
        this.prices = earlier == null ? new Prices(open) : earlier.prices(open);
        this.firstStep = earlier == null ? FIRST_STEP : FIRST_STEP_FROM_EARLIER;
        this.direction = new Prices(open);
        this.moneyUsed = new double[open.offers()];
        this.slotsUsed = new double[open.offers()];
        this.stateCapUsed = new double[open.offers() * open.states()];
        this.absorptionUsed = new double[open.states() * open.periods()];
        this.kept = new double[open.states()];
        this.buyers = IntStream.range(0, threads)
                .mapToObj(share -> new Buyers(share, threads))
                .toList();
        this.units = new Units(open);
        if (earlier == null) {
            Arrays.setAll(prices.money, j -> FIRST_PRICE * units.money(j));
        }
    }

    /**
     * The prices of the lowest bound found in so many rounds.
     *
     * @param enough asked after every round whether there is no time for more
     */
    public Prices solve(int rounds, BooleanSupplier enough) {
        Prices best = new Prices(prices);
        double lowest = Double.POSITIVE_INFINITY;
        StepControl control = new StepControl(STRETCHES);
        for (int r = 0; r < rounds && (r == 0 || !enough.getAsBoolean()); r++) {
            double bound = evaluate();
            boolean isLowest = bound < lowest;
            if (isLowest) {
                lowest = bound;
                best = new Prices(prices);
            }
            double share = r / (double) rounds;
            if (control.hasGoneAstray(share, bound, isLowest)) {
                prices.set(best);
                direction.set(new Prices(open));
                continue;
            }
            double step = control.factor() * firstStep * Math.pow(LAST_STEP / firstStep, share);
            move(r == 0 ? 0 : MEMORY, step);
        }
        return best;
    }

    /** L at the present prices; what the States then use of every limit is left in the fields. */
    double evaluate() {
        Arrays.fill(moneyUsed, 0);
        Arrays.fill(slotsUsed, 0);
        Arrays.fill(stateCapUsed, 0);
        Arrays.fill(absorptionUsed, 0);
        buyers.parallelStream().forEach(Buyers::buy);
        double bound = 0;
        for (int j = 0; j < open.offers(); j++) {
            bound += prices.money[j] * open.budget(j) + prices.slots[j] * open.slots(j);
            for (Buyers some : buyers) {
                moneyUsed[j] += some.moneyUsed[j];
                slotsUsed[j] += some.slotsUsed[j];
            }
        }
        for (int s = 0; s < open.states(); s++) {
            for (int j = 0; j < open.offers(); j++) {
                double price = prices.stateCap(j, s);
                bound += price == 0 ? 0 : price * open.stateCap(j, s);
            }
            for (int t = 0; t < open.periods(); t++) {
                bound += prices.absorption[s * open.periods() + t] * open.absorption(s, t);
            }
            bound += kept[s];
        }
        return bound;
    }

    /** Some of the States; others can buy beside them, as whole dollars add up to the same in any order. */
    private final class Buyers {

        private final int share;
        private final int shares;
        private final StateProblem stateProblem = new StateProblem(open, 1);
        private final CheapestParts[] cheapest;
        private final double[] moneyUsed = new double[open.offers()];
        private final double[] slotsUsed = new double[open.offers()];

        Buyers(int share, int shares) {
            this.share = share;
            this.shares = shares;
            int most = 0;
            for (int s = share; s < open.states(); s += shares) {
                most = Math.max(most, stateProblem.firstNeed(s + 1) - stateProblem.firstNeed(s));
            }
            this.cheapest = new CheapestParts[most];
            Arrays.setAll(cheapest, p -> new CheapestParts());
        }

        void buy() {
            Arrays.fill(moneyUsed, 0);
            Arrays.fill(slotsUsed, 0);
            for (int s = share; s < open.states(); s += shares) {
                kept[s] = buy(s);
            }
        }

        private double buy(int s) {
            int first = stateProblem.firstNeed(s);
            int end = stateProblem.firstNeed(s + 1);
            for (int p = first; p < end; p++) {
                int i = stateProblem.need(p);
                price(i, cheapest[p - first]);
                double absorption = open.servedByPins(i)
                        ? 0
                        : prices.absorption(s, open.need(i).from(), open.need(i).to());
                stateProblem.setCosts(i, cheapest[p - first], absorption);
            }
            stateProblem.solveRelaxed(s);
            for (int p = first; p < end; p++) {
                int i = stateProblem.need(p);
                if (stateProblem.chosen(i) > 0) {
                    use(i, cheapest[p - first], stateProblem.chosen(i));
                }
            }
            return stateProblem.relaxed();
        }

        private void price(int i, CheapestParts parts) {
            parts.clear(open.openParts(i));
            Need need = open.need(i);
            for (int c = open.first(i); c < open.end(i); c++) {
                if (open.usable(c)) {
                    int j = open.offerOf(c);
                    double perPart = need.partCostUsd() * prices.moneyTo(j, need.state());
                    parts.offer(c, open.leastParts(c), open.mostParts(c), prices.slots[j], perPart);
                }
            }
        }

        private void use(int i, CheapestParts parts, int m) {
            Need need = open.need(i);
            for (int o = 0; o < parts.offers(m); o++) {
                int j = open.offerOf(parts.candidate(m, o));
                double money = (double) parts.parts(m, o) * need.partCostUsd();
                moneyUsed[j] += money;
                slotsUsed[j]++;
                stateCapUsed[need.state() * open.offers() + j] += money;
            }
            for (int t = need.from(); t <= need.to() && !open.servedByPins(i); t++) {
                absorptionUsed[need.state() * open.periods() + t]++;
            }
        }
    }

    private void move(double memory, double step) {
        for (int j = 0; j < open.offers(); j++) {
            prices.money[j] = moved(
                    prices.money[j], direction.money, j, moneyUsed[j], open.budget(j), memory, step * units.money(j));
            prices.slots[j] = moved(
                    prices.slots[j], direction.slots, j, slotsUsed[j], open.slots(j), memory, step * units.slot(j));
        }
        for (int s = 0; s < open.states(); s++) {
            for (int j = 0; j < open.offers(); j++) {
                int at = s * open.offers() + j;
                if (stateCapUsed[at] > 0 || prices.stateCaps[at] > 0) {
                    prices.stateCaps[at] = moved(
                            prices.stateCaps[at],
                            direction.stateCaps,
                            at,
                            stateCapUsed[at],
                            open.stateCap(j, s),
                            memory,
                            step * units.money(j));
                }
            }
        }
        for (int at = 0; at < absorptionUsed.length; at++) {
            long limit = open.absorption(at / open.periods(), at % open.periods());
            prices.absorption[at] = moved(
                    prices.absorption[at],
                    direction.absorption,
                    at,
                    absorptionUsed[at],
                    limit,
                    memory,
                    step * units.place(at / open.periods()));
        }
    }

    private static double moved(
            double price, double[] direction, int at, double used, double limit, double memory, double step) {
        double excess = limit <= 0 ? 0 : Math.min(MOST_EXCESS, (used - limit) / limit);
        direction[at] = memory * direction[at] + (1 - memory) * excess;
        return Math.max(0, price + step * direction[at]);
    }
}
