package org.switchboard.database;

/** The embedded database cannot serve. The message is for the person who started the service and says what to do. */
public class DatabaseUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String message) {
        super(message);
    }

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
