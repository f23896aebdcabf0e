package org.switchboard.offer;

/** How an offer is paid. */
public enum Funding {
    /** By the provider itself. */
    DIRECT,
    /** Through a common fund. */
    FUND
}
