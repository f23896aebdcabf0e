package org.switchboard.access;

import java.util.Set;
import java.util.UUID;

/**
 * Who signed in: an account, with the roles that count for this request.
 *
 * @param account its id
 * @param email by which records name it
 * @param assignments those of the account, or the fewer that the token in use carries
 */
public record Person(UUID account, String email, Set<Assignment> assignments) {

    /** The attribute of the security identity that holds the person. */
    public static final String ATTRIBUTE = "person";

    public Person {
        assignments = Set.copyOf(assignments);
    }
}
