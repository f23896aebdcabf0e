package org.switchboard.access;

/** The kinds of items that have an owner, and what sets them apart in who may see them. */
public enum ItemKind {
    REQUEST,
    /** Hidden while a draft; opened by releases to single providers. */
    NEED,
    PROVIDER,
    /** Hidden while a draft. */
    OFFER,
    /** The experts' alone, with its plan. */
    RUN,
    /** Of two parties, each of which sees it once it is asked; of the experts and the Committee from the begin. */
    PROPOSAL,
    /** A request before the Committee: of the experts and the Committee alone. */
    CIRCULATION,
    /** For everyone once it is distributed, and before that for the experts and the Committee. */
    EDITION;

    boolean hasDrafts() {
        return this == NEED || this == OFFER;
    }

    boolean hasReleases() {
        return this == NEED;
    }

    boolean isBetweenParties() {
        return this == PROPOSAL;
    }

    boolean isOfConfidants() {
        return this == CIRCULATION;
    }

    boolean isOfExperts() {
        return this == RUN;
    }
}
