package org.switchboard.matrix;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.switchboard.shared.Refusal;

/** The life of an edition. Each status knows where it may lead; nothing else decides that. */
public enum EditionStatus {
    /** Waits for the Committee. What it says is fixed already. */
    PREPARED,
    /** Approved, numbered and shown to everyone, for ever. */
    DISTRIBUTED,
    /** Taken back before it was distributed; its number goes to the next. */
    WITHDRAWN;

    private Set<EditionStatus> next() {
        return switch (this) {
            case PREPARED -> EnumSet.of(DISTRIBUTED, WITHDRAWN);
            case DISTRIBUTED, WITHDRAWN -> EnumSet.noneOf(EditionStatus.class);
        };
    }

    /** @throws Refusal.Conflict if its life does not lead there */
    EditionStatus to(EditionStatus status) {
        if (!next().contains(status)) {
            throw new Refusal.Conflict("An edition that is " + words() + " cannot become " + status.words() + ".");
        }
        return status;
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
