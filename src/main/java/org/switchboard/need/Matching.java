package org.switchboard.need;

/** Among which providers the experts may look for help; the State decides. */
public enum Matching {
    /** Among all. What is found is put to the State first. */
    ANY,
    /** Only among those to which the State has released the need. */
    RELEASED
}
