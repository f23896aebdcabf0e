package org.switchboard.matching.engine.search;

import java.util.SplittableRandom;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.bound.Prices;

/**
 * One trial after the other on a ledger: a few needs lose what they have, and they and others that wait for the same
 * offers are served anew, as well as prices can tell (ruin and recreate; Schrimpf et al., Journal of Computational Physics
 * 159, 2000). Around which need it happens, and how, is left to chance.
 */
final class RuinAndRecreate {

    private static final double SHARE_WITHIN_A_STATE = 0.1;
    private static final double SHARE_OF_EJECTIONS = 0.3;
    private static final double SHARE_SORTED = 0.5;
    private static final int MOST_USERS_REMOVED = 3;
    private static final int OFFERS_RUINED = 2;
    private static final int WAITING_PER_OFFER = 2;
    private static final int MOST_REBUILT = 24;

    private final Ledger ledger;
    private final OpenProblem open;
    private final BestPattern best;
    private final Changes changes;
    private final Seeds seeds;

    private final int[] rebuilt = new int[MOST_REBUILT];
    private final double[] worth = new double[MOST_REBUILT];
    private int rebuiltCount;
    private SplittableRandom random;

    RuinAndRecreate(Ledger ledger, Prices prices, double level2Weight, SplittableRandom random) {
        this.ledger = ledger;
        this.open = ledger.open();
        this.random = random;
        this.best = new BestPattern(ledger, prices, level2Weight);
        this.changes = new Changes(ledger);
        this.seeds = new Seeds(open);
    }

    /** Goes on with other random numbers. */
    void reseed(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The needs that the last attempt has changed, for whoever decides about it; to be cleared or undone before the next. */
    Changes changes() {
        return changes;
    }

    /** A random number from 0 to 1, of the same source. */
    double chance() {
        return random.nextDouble();
    }

    /** Tries once. */
    void attempt() {
        rebuiltCount = 0;
        int seed = seeds.any(random);
        double kind = random.nextDouble();
        if (kind < SHARE_WITHIN_A_STATE) {
            ruinWithinState(seed);
        } else if (kind < SHARE_WITHIN_A_STATE + SHARE_OF_EJECTIONS && ledger.offers(seed) == 0) {
            eject(seed);
        } else {
            ruinOffers(seed);
        }
        recreate();
    }

    /** The seed and some users of two of its offers, with some that wait for these. */
    private void ruinOffers(int seed) {
        remove(seed);
        int users = 1 + random.nextInt(MOST_USERS_REMOVED);
        for (int n = 0; n < OFFERS_RUINED; n++) {
            int offer = open.offerOf(seeds.anyCandidate(seed, random));
            for (int u = 0; u < users && ledger.users(offer) > 0; u++) {
                remove(anyUser(offer));
            }
            addWaiting(offer);
        }
    }

    /** The seed and some others of its State, with some that wait for the offers set free. */
    private void ruinWithinState(int seed) {
        remove(seed);
        for (int n = 1 + random.nextInt(MOST_USERS_REMOVED); n > 0; n--) {
            int need = seeds.anyOfSameState(seed, random);
            if (ledger.offers(need) > 0) {
                int offer = open.offerOf(ledger.candidate(need, 0));
                remove(need);
                addWaiting(offer);
            } else {
                add(need);
            }
        }
    }

    /** A seed that has nothing enters one of its offers; users leave it until the seed fits. */
    private void eject(int seed) {
        int offer = open.offerOf(seeds.anyCandidate(seed, random));
        add(seed);
        for (int u = 0; u < MOST_USERS_REMOVED && ledger.users(offer) > 0 && !fits(seed); u++) {
            remove(anyUser(offer));
        }
        if (fits(seed)) {
            changes.keep(seed);
            best.put(seed);
        }
        addWaiting(offer);
    }

    private boolean fits(int need) {
        return best.find(need) > Double.NEGATIVE_INFINITY;
    }

    private int anyUser(int offer) {
        return ledger.user(offer, random.nextInt(ledger.users(offer)));
    }

    private void addWaiting(int offer) {
        int first = open.firstOfOffer(offer);
        int count = open.firstOfOffer(offer + 1) - first;
        for (int n = 0; n < WAITING_PER_OFFER; n++) {
            int need = open.needOf(open.ofOffer(first + random.nextInt(count)));
            if (ledger.offers(need) == 0) {
                add(need);
            }
        }
    }

    private void remove(int need) {
        add(need);
        if (ledger.offers(need) > 0) {
            changes.keep(need);
            ledger.takeAll(need);
        }
    }

    /** The need is among those to serve anew. */
    private void add(int need) {
        for (int n = 0; n < rebuiltCount; n++) {
            if (rebuilt[n] == need) {
                return;
            }
        }
        if (rebuiltCount < MOST_REBUILT) {
            rebuilt[rebuiltCount++] = need;
        }
    }

    /** Serves the needs in random order, or by what they are worth at first. */
    private void recreate() {
        boolean sorted = random.nextDouble() < SHARE_SORTED;
        shuffle();
        if (sorted) {
            sortByWorth();
        }
        for (int n = 0; n < rebuiltCount; n++) {
            int need = rebuilt[n];
            if (ledger.offers(need) == 0 && fits(need)) {
                changes.keep(need);
                best.put(need);
            }
        }
    }

    private void shuffle() {
        for (int n = rebuiltCount - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int need = rebuilt[n];
            rebuilt[n] = rebuilt[other];
            rebuilt[other] = need;
        }
    }

    private void sortByWorth() {
        for (int n = 0; n < rebuiltCount; n++) {
            int need = rebuilt[n];
            double itsWorth = ledger.offers(need) > 0 ? Double.NEGATIVE_INFINITY : best.find(need);
            int at = n;
            for (; at > 0 && worth[at - 1] < itsWorth; at--) {
                worth[at] = worth[at - 1];
                rebuilt[at] = rebuilt[at - 1];
            }
            worth[at] = itsWorth;
            rebuilt[at] = need;
        }
    }
}
