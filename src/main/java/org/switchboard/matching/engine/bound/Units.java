package org.switchboard.matching.engine.bound;

import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;

/**
 * How much a limit is worth, roughly, in points of level 1: the scale on which its price moves. A need counts with its share
 * of what its State's needs are worth together, and a limit with the mean of the needs that could use it.
 */
final class Units {

    private final double[] money;
    private final double[] slot;
    private final double[] place;

    Units(OpenProblem open) {
        this.money = new double[open.offers()];
        this.slot = new double[open.offers()];
        this.place = new double[open.states()];
        double[] perWeightedQuarter = valueOfStates(open);
        double[] dollars = new double[open.offers()];
        int[] users = new int[open.offers()];
        int[] needs = new int[open.states()];
        for (int i = 0; i < open.needs(); i++) {
            if (open.canBeServed(i)) {
                Need need = open.need(i);
                double value = perWeightedQuarter[need.state()] * open.weightedQuarters(i);
                place[need.state()] += value;
                needs[need.state()]++;
                for (int c = open.first(i); c < open.end(i); c++) {
                    if (open.usable(c)) {
                        int j = open.offerOf(c);
                        slot[j] += value;
                        dollars[j] += (double) open.openParts(i) * need.partCostUsd();
                        users[j]++;
                    }
                }
            }
        }
        for (int j = 0; j < slot.length; j++) {
            money[j] = slot[j] / Math.max(1, dollars[j]);
            slot[j] /= Math.max(1, users[j]);
        }
        for (int s = 0; s < place.length; s++) {
            place[s] /= Math.max(1, needs[s]);
        }
    }

    private static double[] valueOfStates(OpenProblem open) {
        return open.coverable().stream()
                .mapToDouble(state -> state.value() / (double) Math.max(1, state.weightedQuarters()))
                .toArray();
    }

    /** Of one dollar of the offer. */
    double money(int offer) {
        return money[offer];
    }

    /** Of one need that the offer serves. */
    double slot(int offer) {
        return slot[offer];
    }

    /** Of one need of the State in one period. */
    double place(int state) {
        return place[state];
    }
}
