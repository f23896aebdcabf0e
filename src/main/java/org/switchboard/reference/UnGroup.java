package org.switchboard.reference;

/** The regional groups of Member States, as they count for elections. */
public enum UnGroup {
    AFRICAN,
    ASIA_PACIFIC,
    EEG,
    GRULAC,
    WEOG
}
