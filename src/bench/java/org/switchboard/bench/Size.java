package org.switchboard.bench;

/** A size of generated instance, and what a run on it gets unless told otherwise. */
enum Size {
    S(5, 256),
    M(10, 256),
    L(60, 1_200),
    XL(180, 5_000);

    private final int seconds;
    private final int heapMegabytes;

    Size(int seconds, int heapMegabytes) {
        this.seconds = seconds;
        this.heapMegabytes = heapMegabytes;
    }

    /** From the start of the process to its exit. */
    int seconds() {
        return seconds;
    }

    /** The most heap that Java may take; what Java and native libraries take beside it comes on top. */
    int heapMegabytes() {
        return heapMegabytes;
    }
}
