package org.switchboard.access.account;

import java.util.Set;
import java.util.UUID;
import org.switchboard.reference.Language;

/**
 * Somebody to whom the service writes.
 *
 * @param standsFor the owners that they speak for, and the bodies that they belong to, by the keys of addressees
 * @param sample whether nobody is behind the address
 */
public record Correspondent(UUID account, String email, Language language, Set<String> standsFor, boolean sample) {

    public Correspondent {
        standsFor = Set.copyOf(standsFor);
    }

    @Override
    public String toString() {
        return "account " + account;
    }
}
