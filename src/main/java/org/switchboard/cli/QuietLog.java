package org.switchboard.cli;

import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/** A command is not configured as the service is, and without that the libraries write down every step for nobody. */
final class QuietLog {

    /** Kept, as a logger that nobody holds forgets its level. */
    private static final Logger ALL = Logger.getLogger("");

    private QuietLog() {}

    static void begin() {
        ALL.setLevel(Level.WARN);
    }
}
