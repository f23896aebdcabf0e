package org.switchboard.job;

/** A task of which a process does only so many at once, however many threads it has; others have the rest. */
public interface Limited {

    int atOnce();
}
