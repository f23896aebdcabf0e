package org.switchboard.access.account;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Role;

/**
 * A person, and how they proved in this request who they are.
 *
 * @param mayChange whether more than reading is allowed this way
 * @param session in which they are signed in; null where a token was shown
 * @param incomplete whether a second factor must be set up before any role counts
 */
record Presence(Person person, boolean mayChange, @Nullable UUID session, boolean incomplete) {

    /** The attribute of the security identity that holds this. */
    static final String ATTRIBUTE = "presence";

    static Presence byToken(Person person, boolean mayChange) {
        return new Presence(person, mayChange, null, false);
    }

    SecurityIdentity identity() {
        Set<String> roles = person.assignments().stream()
                .map(assignment -> assignment.role().roleName())
                .collect(Collectors.toSet());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person.email()))
                .addRoles(roles)
                .addAttribute(Person.ATTRIBUTE, person)
                .addAttribute(ATTRIBUTE, this)
                .build();
    }

    /** Read from rows that each hold one role, or none. */
    static Set<Assignment> roles(List<Tuple> rows) {
        return rows.stream()
                .filter(row -> row.get("role") != null)
                .map(row -> new Assignment(
                        Role.valueOf(row.get("role", String.class)),
                        row.get("state", String.class),
                        row.get("provider", String.class)))
                .collect(Collectors.toSet());
    }

    static boolean needSecondFactor(Collection<Assignment> assignments) {
        return assignments.stream().map(Assignment::role).anyMatch(Role::needsSecondFactor);
    }
}
