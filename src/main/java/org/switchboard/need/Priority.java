package org.switchboard.need;

/** How urgent a need is. Each level weighs twice the one before. */
public enum Priority {
    LOW(1),
    MEDIUM(2),
    HIGH(4),
    CRITICAL(8);

    private final int weight;

    Priority(int weight) {
        this.weight = weight;
    }

    public int weight() {
        return weight;
    }
}
