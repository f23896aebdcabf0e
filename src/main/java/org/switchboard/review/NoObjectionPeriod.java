package org.switchboard.review;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.access.Role;
import org.switchboard.shared.Refusal;

/**
 * The time that the Committee has to object: it runs to its last day, or stands still while members have asked for time.
 *
 * @param until its last day; null while it stands still
 * @param heldBy members that have asked for time, in order
 * @param daysLeft working days that are left once nobody needs time any more; null while it runs
 * @param extendedDays by how many working days it was prolonged, all in all
 */
record NoObjectionPeriod(
        @Nullable LocalDate until,
        List<String> heldBy,
        @Nullable Integer daysLeft,
        int extendedDays) {

    /** One that begins. */
    static NoObjectionPeriod until(LocalDate lastDay) {
        return new NoObjectionPeriod(lastDay, List.of(), null, 0);
    }

    /**
     * The member State for which a reader speaks.
     *
     * @param recused who does not decide, being a party
     * @param what is decided on
     * @throws Refusal.NotAllowed if the reader speaks for no member that decides
     */
    static String speaker(Reader reader, Collection<String> recused, String what) {
        if (!reader.is(Role.COMMITTEE)) {
            throw new Refusal.NotAllowed("This is for members of the Committee.");
        }
        return reader.memberStates().stream()
                .filter(state -> !recused.contains(state))
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotAllowed(
                        "Your State is a party to this " + what + ", so that it does not decide on it."));
    }

    boolean isHeld() {
        return !heldBy.isEmpty();
    }

    /** @throws Refusal.Conflict if the member has asked for time already */
    NoObjectionPeriod heldBy(String member, Term term) {
        TreeSet<String> members = new TreeSet<>(heldBy);
        if (!members.add(member)) {
            throw new Refusal.Conflict("Your State has asked for time already.");
        }
        int left = isHeld() ? left() : term.left(end());
        return new NoObjectionPeriod(null, List.copyOf(members), left, extendedDays);
    }

    /** @throws Refusal.Conflict if the member has not asked for time */
    NoObjectionPeriod releasedBy(String member, Term term) {
        TreeSet<String> members = new TreeSet<>(heldBy);
        if (!members.remove(member)) {
            throw new Refusal.Conflict("Your State has not asked for time, so that there is nothing to release.");
        }
        return members.isEmpty()
                ? new NoObjectionPeriod(term.of(left()), List.of(), null, extendedDays)
                : new NoObjectionPeriod(null, List.copyOf(members), left(), extendedDays);
    }

    /**
     * @param days working days
     * @param most by how many it may be prolonged, all in all
     * @throws Refusal.Conflict if that is more
     */
    NoObjectionPeriod prolonged(int days, int most, Term term) {
        if (days > most - extendedDays) {
            throw new Refusal.Conflict(
                    "The period can be prolonged by " + (most - extendedDays) + " more working days at most.");
        }
        int extended = extendedDays + days;
        return isHeld()
                ? new NoObjectionPeriod(null, heldBy, left() + days, extended)
                : new NoObjectionPeriod(term.later(end(), days), heldBy, null, extended);
    }

    private LocalDate end() {
        return Objects.requireNonNull(until, "a period that is not held runs");
    }

    private int left() {
        return Objects.requireNonNull(daysLeft, "a period that is held has days left");
    }
}
