package org.switchboard.matching.engine;

/** Where in a plan a rule holds or is broken. All numbers are indices of the problem. */
public sealed interface Place {

    record AtNeed(int need) implements Place {}

    record AtOffer(int offer) implements Place {}

    record AtMatch(int need, int offer) implements Place {}

    record AtOfferAndState(int offer, int state) implements Place {}

    record AtStateAndPeriod(int state, int period) implements Place {}
}
