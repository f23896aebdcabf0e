package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.switchboard.shared.Refusal;

/** How people sign in here: with a password, or through a provider of identities, and then with no password at all. */
@ApplicationScoped
class SignInWays {

    private final boolean provider;

    SignInWays(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
        this.provider = provider;
    }

    /** Whether there are passwords. A second door would stay open for whoever the provider has shut out. */
    boolean passwords() {
        return !provider;
    }

    /** @throws Refusal.NotAllowed where there are none */
    void requirePasswords() {
        if (!passwords()) {
            throw new Refusal.NotAllowed("There are no passwords here. Sign in through your provider of identities, at "
                    + SignInResource.PATH + ".");
        }
    }

    boolean provider() {
        return provider;
    }
}
