package org.switchboard.matching.engine.search;

import java.util.Arrays;

/** The needs that have changed in a ledger since this was last cleared, each with what it had then. */
final class Changes {

    private final Ledger ledger;
    private final int[] placeOf;
    private int[] needs = new int[16];
    private byte[] offers = new byte[16];
    private int[] candidate = new int[16 * Ledger.MOST_OFFERS];
    private byte[] parts = new byte[16 * Ledger.MOST_OFFERS];
    private int size;

    Changes(Ledger ledger) {
        this.ledger = ledger;
        this.placeOf = new int[ledger.open().needs()];
        Arrays.fill(placeOf, -1);
    }

    int size() {
        return size;
    }

    int need(int position) {
        return needs[position];
    }

    boolean has(int need) {
        return placeOf[need] >= 0;
    }

    /** Keeps what the need has now, unless it was kept before: to be called before it changes. */
    void keep(int need) {
        if (placeOf[need] >= 0) {
            return;
        }
        int place = next(need);
        offers[place] = (byte) ledger.offers(need);
        for (int o = 0; o < offers[place]; o++) {
            candidate[place * Ledger.MOST_OFFERS + o] = ledger.candidate(need, o);
            parts[place * Ledger.MOST_OFFERS + o] = (byte) ledger.parts(need, o);
        }
    }

    /** Takes over what the other has kept of needs that are new here. */
    void addAll(Changes later) {
        for (int p = 0; p < later.size; p++) {
            if (placeOf[later.needs[p]] < 0) {
                int place = next(later.needs[p]);
                offers[place] = later.offers[p];
                int from = p * Ledger.MOST_OFFERS;
                int to = place * Ledger.MOST_OFFERS;
                System.arraycopy(later.candidate, from, candidate, to, offers[place]);
                System.arraycopy(later.parts, from, parts, to, offers[place]);
            }
        }
    }

    private int next(int need) {
        if (size == needs.length) {
            needs = Arrays.copyOf(needs, 2 * size);
            offers = Arrays.copyOf(offers, 2 * size);
            candidate = Arrays.copyOf(candidate, 2 * size * Ledger.MOST_OFFERS);
            parts = Arrays.copyOf(parts, 2 * size * Ledger.MOST_OFFERS);
        }
        needs[size] = need;
        placeOf[need] = size;
        return size++;
    }

    /** Whether the need at this position has again just what it had. */
    boolean isUndone(int position) {
        int need = needs[position];
        if (ledger.offers(need) != offers[position]) {
            return false;
        }
        for (int o = 0; o < offers[position]; o++) {
            if (ledger.candidate(need, o) != candidate[position * Ledger.MOST_OFFERS + o]
                    || ledger.parts(need, o) != parts[position * Ledger.MOST_OFFERS + o]) {
                return false;
            }
        }
        return true;
    }

    /** Gives every need back what it had, and forgets. */
    void undo() {
        for (int p = 0; p < size; p++) {
            ledger.takeAll(needs[p]);
        }
        for (int p = 0; p < size; p++) {
            for (int o = 0; o < offers[p]; o++) {
                int at = p * Ledger.MOST_OFFERS + o;
                ledger.give(needs[p], candidate[at], parts[at]);
            }
        }
        clear();
    }

    void clear() {
        for (int p = 0; p < size; p++) {
            placeOf[needs[p]] = -1;
        }
        size = 0;
    }
}
