package org.switchboard.matching.engine.bound;

import org.switchboard.matching.engine.OpenProblem;

/**
 * What a unit of each limit is worth on level 1, as the relaxation found it: the guidance of the search and of
 * explanations. Nothing is proven by them; see {@link Multipliers}.
 */
public final class Prices {

    final double[] money;
    final double[] slots;
    /** By State, then offer: who asks for one price of a State soon asks for others. */
    final double[] stateCaps;

    final double[] absorption;
    private final int offers;
    private final int periods;

    Prices(OpenProblem open) {
        this.offers = open.offers();
        this.periods = open.periods();
        this.money = new double[open.offers()];
        this.slots = new double[open.offers()];
        this.stateCaps = new double[open.states() * offers];
        this.absorption = new double[open.states() * periods];
    }

    Prices(Prices other) {
        this.offers = other.offers;
        this.periods = other.periods;
        this.money = other.money.clone();
        this.slots = other.slots.clone();
        this.stateCaps = other.stateCaps.clone();
        this.absorption = other.absorption.clone();
    }

    void set(Prices other) {
        System.arraycopy(other.money, 0, money, 0, money.length);
        System.arraycopy(other.slots, 0, slots, 0, slots.length);
        System.arraycopy(other.stateCaps, 0, stateCaps, 0, stateCaps.length);
        System.arraycopy(other.absorption, 0, absorption, 0, absorption.length);
    }

    /** Of one dollar of the offer's budget. */
    public double money(int offer) {
        return money[offer];
    }

    /** Of one dollar that the offer gives to the State: its budget's price and that of the State cap. */
    public double moneyTo(int offer, int state) {
        return money[offer] + stateCap(offer, state);
    }

    double stateCap(int offer, int state) {
        return stateCaps[state * offers + offer];
    }

    /** Of one need that the offer can still serve. */
    public double slot(int offer) {
        return slots[offer];
    }

    /** Of one need that the State can still absorb in all periods from the first to the last, inclusive. */
    public double absorption(int state, int from, int to) {
        double sum = 0;
        for (int t = from; t <= to; t++) {
            sum += absorption[state * periods + t];
        }
        return sum;
    }
}
