package org.switchboard.access.account;

import java.util.Locale;

/** How addresses are written, so that two spellings of one are one account. */
final class Email {

    private Email() {}

    static String normal(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}
