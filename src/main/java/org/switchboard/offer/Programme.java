package org.switchboard.offer;

/** Whether the programme is being set up or runs already. */
public enum Programme {
    NEW,
    EXISTING
}
