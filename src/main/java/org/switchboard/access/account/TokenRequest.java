package org.switchboard.access.account;

import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody shows an API token. */
final class TokenRequest extends BaseAuthenticationRequest implements AuthenticationRequest {

    private final Secret token;

    TokenRequest(Secret token) {
        this.token = token;
    }

    Secret token() {
        return token;
    }
}
