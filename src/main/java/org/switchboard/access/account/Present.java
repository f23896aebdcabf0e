package org.switchboard.access.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Person;
import org.switchboard.shared.Refusal;

/** Who is there in the HTTP request at hand, and in what way. */
@RequestScoped
class Present {

    private final SecurityIdentity identity;

    Present(SecurityIdentity identity) {
        this.identity = identity;
    }

    Person person() {
        return presence().person();
    }

    /**
     * The session that asks.
     *
     * @throws Refusal.NotAllowed if a token does: what a program holds must not give away more than it was made for
     */
    UUID session() {
        @Nullable UUID session = presence().session();
        if (session == null) {
            throw new Refusal.NotAllowed("This is done by people: sign in with your password. A token does not do.");
        }
        return session;
    }

    private Presence presence() {
        return Objects.requireNonNull(
                identity.<@Nullable Presence>getAttribute(Presence.ATTRIBUTE),
                "only operations for whoever has signed in ask this");
    }
}
