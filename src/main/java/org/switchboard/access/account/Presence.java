package org.switchboard.access.account;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchboard.access.Person;

/**
 * A person, and how they proved in this request who they are.
 *
 * @param mayChange whether more than reading is allowed this way
 */
record Presence(Person person, boolean mayChange) {

    /** The attribute of the security identity that holds this. */
    static final String ATTRIBUTE = "presence";

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
}
