package org.switchboard.cli;

import java.util.concurrent.CountDownLatch;

/**
 * While this is open, a process that is told to end (Ctrl-C, SIGTERM) first stops its work and waits until it is put away: the
 * working thread goes on as if the work had ended by itself, and closes this when all is written.
 */
final class OrderlyEnd implements AutoCloseable {

    private final CountDownLatch putAway = new CountDownLatch(1);
    private final Thread hook;

    /** @param stop makes the work end soon; called from another thread */
    OrderlyEnd(Runnable stop) {
        hook = new Thread(() -> {
            stop.run();
            awaitPutAway();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitPutAway() {
        try {
            putAway.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        putAway.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook was what we waited for
        }
    }
}
