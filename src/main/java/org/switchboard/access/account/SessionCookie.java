package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookie that holds the value of a session: no script reads it and no other site makes a browser send it. */
@ApplicationScoped
class SessionCookie {

    private final boolean secure;

    SessionCookie(@ConfigProperty(name = "switchboard.session.secure-cookie") boolean secure) {
        this.secure = secure;
    }

    /** Browsers take the prefix as a promise that no other host and no plain connection has set it. */
    String name() {
        return secure ? "__Host-switchboard" : "switchboard";
    }

    NewCookie of(Secret value) {
        return cookie(value.value()).build();
    }

    NewCookie gone() {
        return cookie("").maxAge(0).build();
    }

    private NewCookie.Builder cookie(String value) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
