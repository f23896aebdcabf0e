package org.switchboard.shared;

/** What an import does with a file that has bad rows. */
public enum ImportMode {
    /** Takes all rows or none. */
    ALL,
    /** Takes the good rows and reports the bad ones. */
    SKIP;

    /** @param word as in {@code ?mode=} */
    public static ImportMode of(String word) {
        return switch (word) {
            case "all" -> ALL;
            case "skip" -> SKIP;
            default -> throw new Refusal.Malformed("mode must be all or skip, not '" + word + "'.");
        };
    }
}
