package org.switchboard.access.account;

import jakarta.ws.rs.core.NewCookie;
import java.util.UUID;

/** Opens one of the service's own sessions for whoever has proved to be the account. */
interface SessionOpener {

    /** @return the cookie that holds it */
    NewCookie open(UUID account);
}
