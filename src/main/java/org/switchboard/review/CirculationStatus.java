package org.switchboard.review;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.switchboard.shared.Refusal;

/** The life of a circulation. Each status knows where it may lead; nothing else decides that. */
public enum CirculationStatus {
    /** Its no-objection period runs; silence lets it pass. */
    BEFORE_COMMITTEE,
    /** A member has asked for time; the period stands still. */
    HELD,
    /** The needs may be shown to providers. */
    PASSED,
    OBJECTED,
    WITHDRAWN;

    private Set<CirculationStatus> next() {
        return switch (this) {
            case BEFORE_COMMITTEE -> EnumSet.of(HELD, PASSED, OBJECTED, WITHDRAWN);
            case HELD -> EnumSet.of(BEFORE_COMMITTEE, OBJECTED, WITHDRAWN);
            case PASSED, OBJECTED, WITHDRAWN -> EnumSet.noneOf(CirculationStatus.class);
        };
    }

    boolean isBeforeCommittee() {
        return this == BEFORE_COMMITTEE || this == HELD;
    }

    /** @throws Refusal.Conflict if its life does not lead there */
    CirculationStatus to(CirculationStatus status) {
        if (!next().contains(status)) {
            throw new Refusal.Conflict("A circulation that is " + words() + " cannot become " + status.words() + ".");
        }
        return status;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
