package org.switchboard.review;

/** The two sides of a proposal. */
public enum Party {
    RECIPIENT,
    PROVIDER
}
