package org.switchboard.access.account;

import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A browser shows the value of a session. */
final class SessionRequest extends BaseAuthenticationRequest implements AuthenticationRequest {

    private final Secret value;

    SessionRequest(Secret value) {
        this.value = value;
    }

    Secret value() {
        return value;
    }
}
