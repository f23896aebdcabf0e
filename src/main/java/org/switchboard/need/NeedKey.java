package org.switchboard.need;

/** By what a State itself tells its needs apart; imports repeat by it. */
record NeedKey(String state, String reference) {}
