package org.switchboard.offer;

/** By what a provider itself tells its offers apart; imports repeat by it. */
record OfferKey(String provider, String reference) {}
