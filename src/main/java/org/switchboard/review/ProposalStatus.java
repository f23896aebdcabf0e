package org.switchboard.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchboard.shared.Refusal;

/** The life of a proposal. Each status knows where it may lead; nothing else decides that. */
public enum ProposalStatus {
    /** Its no-objection period runs; silence lets it pass. */
    BEFORE_COMMITTEE,
    /** A member has asked for time; the period stands still. */
    HELD,
    AWAITS_RECIPIENT,
    AWAITS_PROVIDER,
    /** Both sides have consented: a match. */
    CONFIRMED,
    IN_DELIVERY,
    DELIVERED,
    /** Delivered, both sides have said how it went, and the question after a year is answered. */
    CLOSED,
    OBJECTED,
    DECLINED,
    /** A consent did not come within its term: silence is never consent. */
    LAPSED,
    WITHDRAWN,
    SUPERSEDED;

    private Set<ProposalStatus> next() {
        return switch (this) {
            case BEFORE_COMMITTEE -> EnumSet.of(HELD, AWAITS_RECIPIENT, OBJECTED, WITHDRAWN, SUPERSEDED);
            case HELD -> EnumSet.of(BEFORE_COMMITTEE, OBJECTED, WITHDRAWN, SUPERSEDED);
            case AWAITS_RECIPIENT -> EnumSet.of(AWAITS_PROVIDER, DECLINED, LAPSED, WITHDRAWN, SUPERSEDED);
            case AWAITS_PROVIDER -> EnumSet.of(CONFIRMED, DECLINED, LAPSED, WITHDRAWN);
            case CONFIRMED -> EnumSet.of(IN_DELIVERY, WITHDRAWN);
            case IN_DELIVERY -> EnumSet.of(DELIVERED, WITHDRAWN);
            case DELIVERED -> EnumSet.of(CLOSED);
            case CLOSED, OBJECTED, DECLINED, LAPSED, WITHDRAWN, SUPERSEDED -> EnumSet.noneOf(ProposalStatus.class);
        };
    }

    /** Whether a proposal may go from here to there. */
    public boolean leadsTo(ProposalStatus status) {
        return next().contains(status);
    }

    /** Whether it still stands, or has come to its good end: its money, places and absorption are taken. */
    public boolean stands() {
        return switch (this) {
            case BEFORE_COMMITTEE, HELD, AWAITS_RECIPIENT, AWAITS_PROVIDER, CONFIRMED, IN_DELIVERY, DELIVERED, CLOSED ->
                true;
            case OBJECTED, DECLINED, LAPSED, WITHDRAWN, SUPERSEDED -> false;
        };
    }

    /** Whether both sides have consented to it. */
    public boolean isMatch() {
        return switch (this) {
            case CONFIRMED, IN_DELIVERY, DELIVERED, CLOSED -> true;
            case BEFORE_COMMITTEE,
                    HELD,
                    AWAITS_RECIPIENT,
                    AWAITS_PROVIDER,
                    OBJECTED,
                    DECLINED,
                    LAPSED,
                    WITHDRAWN,
                    SUPERSEDED -> false;
        };
    }

    /** Whether somebody has said no, so that the same provider is not suggested for the need again. */
    boolean bans() {
        return this == DECLINED || this == OBJECTED;
    }

    /** Whether it ends by itself, or passes, when a term is over. */
    boolean hasTerm() {
        return this == BEFORE_COMMITTEE || this == AWAITS_RECIPIENT || this == AWAITS_PROVIDER;
    }

    /** Whether people are still asked about it. */
    boolean isConsultedOn() {
        return stands() && !isMatch();
    }

    static Set<ProposalStatus> standing() {
        return all(ProposalStatus::stands);
    }

    static Set<ProposalStatus> consultedOn() {
        return all(ProposalStatus::isConsultedOn);
    }

    /** Those that may still be taken back. */
    static Set<ProposalStatus> unsettled() {
        return all(status -> status.leadsTo(WITHDRAWN));
    }

    static Set<ProposalStatus> banning() {
        return all(ProposalStatus::bans);
    }

    private static Set<ProposalStatus> all(java.util.function.Predicate<ProposalStatus> which) {
        return Arrays.stream(values())
                .filter(which)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProposalStatus.class)));
    }

    /** @throws Refusal.Conflict saying what is possible instead */
    ProposalStatus to(ProposalStatus status) {
        if (!leadsTo(status)) {
            throw new Refusal.Conflict("A proposal that is " + words() + " cannot become " + status.words() + ". "
                    + (next().isEmpty()
                            ? "This is its end."
                            : "It can become "
                                    + next().stream().map(ProposalStatus::words).collect(Collectors.joining(" or "))
                                    + "."));
        }
        return status;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
