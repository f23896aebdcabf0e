package org.switchboard.need;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchboard.shared.Refusal;

/** The life of a need. Each status knows where it may lead; nothing else decides that. */
public enum NeedStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACKNOWLEDGED,
    OPEN,
    MATCHED,
    IN_DELIVERY,
    DELIVERED,
    CLOSED,
    WITHDRAWN;

    private Set<NeedStatus> next() {
        return switch (this) {
            case DRAFT, RETURNED -> EnumSet.of(SUBMITTED, WITHDRAWN);
            case SUBMITTED -> EnumSet.of(ACKNOWLEDGED, RETURNED, WITHDRAWN);
            case ACKNOWLEDGED -> EnumSet.of(OPEN, WITHDRAWN);
            case OPEN -> EnumSet.of(MATCHED, WITHDRAWN);
            case MATCHED -> EnumSet.of(IN_DELIVERY, OPEN, WITHDRAWN);
            case IN_DELIVERY -> EnumSet.of(DELIVERED, OPEN, WITHDRAWN);
            case DELIVERED -> EnumSet.of(CLOSED);
            case CLOSED, WITHDRAWN -> EnumSet.noneOf(NeedStatus.class);
        };
    }

    /** Whether a need may go from here to there. */
    public boolean leadsTo(NeedStatus status) {
        return next().contains(status);
    }

    /** Whether it is open to proposals: as a whole, or for what its matches leave. */
    public boolean looksForHelp() {
        return this == OPEN || isMatched();
    }

    /** Whether it has a match. */
    public boolean isMatched() {
        return this == MATCHED || this == IN_DELIVERY;
    }

    /** Whether help can still come of it. */
    boolean isAlive() {
        return switch (this) {
            case DRAFT, SUBMITTED, RETURNED, ACKNOWLEDGED, OPEN, MATCHED, IN_DELIVERY -> true;
            case DELIVERED, CLOSED, WITHDRAWN -> false;
        };
    }

    /** Whether its State may still change what it says: until the first match is confirmed. */
    public boolean isEditable() {
        return switch (this) {
            case DRAFT, SUBMITTED, RETURNED, ACKNOWLEDGED, OPEN -> true;
            case MATCHED, IN_DELIVERY, DELIVERED, CLOSED, WITHDRAWN -> false;
        };
    }

    /** Whether the need asks for help now or has got it: drafts, returned and withdrawn ones do not count. */
    public boolean counts() {
        return switch (this) {
            case SUBMITTED, ACKNOWLEDGED, OPEN, MATCHED, IN_DELIVERY, DELIVERED, CLOSED -> true;
            case DRAFT, RETURNED, WITHDRAWN -> false;
        };
    }

    /**
     * As it is shown to those in whom the State does not confide: from matching on a status would betray a match that they
     * may not see, and that a need went back for completion is between its State and the experts.
     */
    public NeedStatus shownToOthers() {
        return switch (this) {
            case MATCHED, IN_DELIVERY, DELIVERED, CLOSED -> OPEN;
            case RETURNED -> SUBMITTED;
            case DRAFT, SUBMITTED, ACKNOWLEDGED, OPEN, WITHDRAWN -> this;
        };
    }

    /** Those that others are shown as this one. */
    Set<NeedStatus> behind() {
        return Arrays.stream(values())
                .filter(status -> status.shownToOthers() == this)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NeedStatus.class)));
    }

    /** @throws Refusal.Conflict saying what is possible instead */
    NeedStatus to(NeedStatus status) {
        if (!leadsTo(status)) {
            throw new Refusal.Conflict("A need that is " + words() + " cannot become " + status.words() + ". "
                    + (next().isEmpty()
                            ? "This is its end."
                            : "It can become "
                                    + next().stream().map(NeedStatus::words).collect(Collectors.joining(" or "))
                                    + "."));
        }
        return status;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Set<NeedStatus> counted() {
        return Arrays.stream(values())
                .filter(NeedStatus::counts)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NeedStatus.class)));
    }
}
