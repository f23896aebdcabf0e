package org.switchboard.access.account;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where somebody goes on after signing in: on this service, whatever the address says that brought them here. */
record ReturnPath(String value) {

    private static final ReturnPath HOME = new ReturnPath("/");

    /** @return home, where what is asked for is not a path on this service */
    static ReturnPath of(@Nullable String asked) {
        return asked != null && isHere(asked) ? new ReturnPath(asked) : HOME;
    }

    /** Browsers drop tabs and read a backslash as a slash: what is no strict URI is not taken at all. */
    private static boolean isHere(String asked) {
        if (!asked.startsWith("/") || asked.startsWith("//") || asked.chars().anyMatch(letter -> letter > 126)) {
            return false;
        }
        try {
            URI uri = new URI(asked);
            return !uri.isAbsolute() && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** In an attribute of HTML. A strict URI has no quotation marks other than the apostrophe. */
    String inHtml() {
        return value.replace("&", "&amp;").replace("'", "&#39;");
    }
}
