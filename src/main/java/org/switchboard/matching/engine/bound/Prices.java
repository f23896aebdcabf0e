package org.switchboard.matching.engine.bound;

import org.switchboard.matching.engine.OpenProblem;

/**
 * What a unit of each limit is worth on level 1, as the relaxation found it: the guidance of the search and of
 * explanations. Nothing is proven by them; see {@link Multipliers}.
 */
public final class Prices {

    final double[] money;
    final double[] slots;
    final double[] stateCaps;
    final double[] absorption;
    private final int states;
    private final int periods;

    Prices(OpenProblem open) {
        this.states = open.states();
        this.periods = open.periods();
        this.money = new double[open.offers()];
        this.slots = new double[open.offers()];
        this.stateCaps = new double[open.offers() * states];
        this.absorption = new double[states * periods];
    }

    Prices(Prices other) {
        this.states = other.states;
        this.periods = other.periods;
        this.money = other.money.clone();
        this.slots = other.slots.clone();
        this.stateCaps = other.stateCaps.clone();
        this.absorption = other.absorption.clone();
    }

    /** Of one dollar of the offer's budget. */
    public double money(int offer) {
        return money[offer];
    }

    /** Of one dollar that the offer gives to the State: its budget's price and that of the State cap. */
    public double moneyTo(int offer, int state) {
        return money[offer] + stateCaps[offer * states + state];
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
