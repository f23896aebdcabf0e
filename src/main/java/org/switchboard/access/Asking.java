package org.switchboard.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who asks in the HTTP request at hand. */
@RequestScoped
public class Asking {

    private final SecurityIdentity identity;

    Asking(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** What the person who signed in may see, or what everyone may. */
    public Reader reader() {
        Person person = identity.getAttribute(Person.ATTRIBUTE);
        return person == null ? Reader.everyone() : Reader.of(person);
    }

    /**
     * Who asks and as what, to know a repeated submission by: whoever has lost a right since is another, to whom the first
     * answer is not repeated.
     */
    public String caller() {
        Reader reader = reader();
        return reader.name() + " as " + String.join(" ", reader.keys());
    }
}
