package org.switchboard.access.account;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.switchboard.shared.Refusal;

/** The life of an account. */
public enum AccountStatus {
    /** Made by an administrator; the person has not chosen a password yet. */
    INVITED,
    /** Can sign in. */
    ACTIVE,
    /** Lets nobody in; kept because records name it. */
    DEACTIVATED;

    private static final Map<AccountStatus, Set<AccountStatus>> NEXT = Map.of(
            INVITED, Set.of(ACTIVE, DEACTIVATED),
            ACTIVE, Set.of(DEACTIVATED),
            DEACTIVATED, Set.of(ACTIVE, INVITED));

    /** @throws Refusal.Conflict if an account in this status cannot come into that one */
    AccountStatus to(AccountStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw new Refusal.Conflict("An account that is " + words() + " cannot become " + next.words() + ".");
        }
        return next;
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
