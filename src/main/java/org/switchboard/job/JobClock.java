package org.switchboard.job;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SystemClock;
import java.time.Instant;

/**
 * Tells the scheduler the time: that of the service for what is due, and that of the machine for whether a process is
 * still alive. A test that moves the one does not make the other look dead.
 */
final class JobClock implements Clock {

    private final java.time.Clock service;
    private final Clock machine = new SystemClock();

    JobClock(java.time.Clock service) {
        this.service = service;
    }

    /** A thread that writes heartbeats and looks for those that have stopped. */
    static final class Keeper extends Thread {
        Keeper(Runnable work) {
            super(work, "job-keeper");
            setDaemon(true);
        }
    }

    @Override
    public Instant now() {
        return Thread.currentThread() instanceof Keeper ? heartbeat() : service.instant();
    }

    Instant heartbeat() {
        return machine.now();
    }
}
