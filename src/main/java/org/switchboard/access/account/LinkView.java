package org.switchboard.access.account;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a link that is good once.
 *
 * @param link to be handed over to the person; absent where it went to them by mail
 * @param expiresAt after which it is good no more
 */
@Schema(name = "Link", examples = """
                {"link": "http://127.0.0.1:8080/accept-invitation#t0Jxq2v5mWc8yR1sKf4hLz7uNb3eGd6aPi9oQwXrYkE",
                 "mailed": false, "expiresAt": "2026-11-29T09:00:00Z"}""")
public record LinkView(@Nullable String link, boolean mailed, Instant expiresAt) {

    @Override
    public String toString() {
        return "link";
    }
}
