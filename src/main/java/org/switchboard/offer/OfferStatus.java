package org.switchboard.offer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchboard.shared.Refusal;

/** The life of an offer. Each status knows where it may lead; nothing else decides that. */
public enum OfferStatus {
    DRAFT,
    REGISTERED,
    ACTIVE,
    SUSPENDED,
    EXHAUSTED,
    EXPIRED,
    CLOSED;

    private Set<OfferStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(REGISTERED, CLOSED);
            case REGISTERED -> EnumSet.of(ACTIVE, CLOSED);
            case ACTIVE -> EnumSet.of(SUSPENDED, EXHAUSTED, EXPIRED, CLOSED);
            case SUSPENDED, EXHAUSTED -> EnumSet.of(ACTIVE, EXPIRED, CLOSED);
            case EXPIRED -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(OfferStatus.class);
        };
    }

    /** Whether an offer may go from here to there. */
    public boolean leadsTo(OfferStatus status) {
        return next().contains(status);
    }

    /** Whether its provider may still change what it says. */
    public boolean isEditable() {
        return this != EXPIRED && this != CLOSED;
    }

    /**
     * As it is shown to those in whom the provider does not confide: that an offer is exhausted would betray matches that
     * they may not see.
     */
    OfferStatus shownToOthers() {
        return this == EXHAUSTED ? ACTIVE : this;
    }

    /** Those that others are shown as this one. */
    Set<OfferStatus> behind() {
        return Arrays.stream(values())
                .filter(status -> status.shownToOthers() == this)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OfferStatus.class)));
    }

    /** @throws Refusal.Conflict saying what is possible instead */
    OfferStatus to(OfferStatus status) {
        if (!leadsTo(status)) {
            throw new Refusal.Conflict("An offer that is " + words() + " cannot become " + status.words() + ". "
                    + (next().isEmpty()
                            ? "This is its end."
                            : "It can become "
                                    + next().stream().map(OfferStatus::words).collect(Collectors.joining(" or "))
                                    + "."));
        }
        return status;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
