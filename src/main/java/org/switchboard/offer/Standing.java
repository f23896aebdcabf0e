package org.switchboard.offer;

/** Whether the money is there. */
public enum Standing {
    FUNDED,
    /** Planned, not yet funded: it takes part in what-if runs only. */
    POTENTIAL
}
