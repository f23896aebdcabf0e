package org.switchboard.access.account;

import io.quarkus.oidc.OidcSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.switchboard.access.Person;

/**
 * Lets in who comes back from the provider of identities: opens a session of ours, which can be ended at any time, in
 * place of what the framework keeps in the browser, which cannot.
 */
@ApplicationScoped
class OidcSignIn {

    /**
     * No redirect: a browser that follows one still counts as coming from the provider's site, and would not send a cookie
     * that is for this site alone. From this page it comes from here.
     */
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="0; url=%1$s">
            <title>Switchboard</title>
            </head>
            <body><p><a href="%1$s">You are signed in. Continue</a></p></body>
            </html>
            """;

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final OidcSession framework;

    OidcSignIn(Sessions sessions, SessionCookie cookie, OidcSession framework) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.framework = framework;
    }

    Uni<Response> complete(Person person, ReturnPath then) {
        NewCookie session = cookie.of(sessions.openFor(person).value());
        return framework.logout().replaceWith(() -> Response.ok(PAGE.formatted(then.inHtml()), MediaType.TEXT_HTML_TYPE)
                .cookie(session)
                .build());
    }
}
