package org.switchboard.matching.engine.candidate;

/** What is known of past work between providers and States. */
@FunctionalInterface
public interface PastWork {

    /** For when nothing has been rated yet. */
    PastWork NONE = (provider, state) -> 0;

    /** From 0, for none or badly rated, to 1, for work that both sides rated best. */
    double rating(int provider, int state);
}
