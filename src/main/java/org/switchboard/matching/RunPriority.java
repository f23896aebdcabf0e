package org.switchboard.matching;

/** Which of the runs that wait is solved first; those that are alike go in the order in which they were queued. */
public enum RunPriority {
    URGENT(90),
    NORMAL(50),
    LOW(10);

    private final int weight;

    RunPriority(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }
}
