package org.switchboard.access.account;

import java.time.Duration;

/** What a link that is good once is for, and how long it is good. */
enum LinkKind {
    INVITATION(Duration.ofDays(7), "accept-invitation"),
    PASSWORD_RESET(Duration.ofHours(1), "reset-password"),
    FIRST_ADMINISTRATOR(Duration.ofHours(24), "first-administrator");

    private final Duration life;
    private final String page;

    LinkKind(Duration life, String page) {
        this.life = life;
        this.page = page;
    }

    Duration life() {
        return life;
    }

    /** The page of the service that the link leads to. */
    String page() {
        return page;
    }
}
