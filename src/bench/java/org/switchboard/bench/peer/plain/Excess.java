package org.switchboard.bench.peer.plain;

/** How grave it is that money passes a limit: in thousands of dollars begun, so that it compares with a need too many. */
public final class Excess {

    private static final long USD_PER_POINT = 1_000;

    private Excess() {}

    public static long of(long moreUsd, long lessUsd) {
        return 1 + (moreUsd - lessUsd - 1) / USD_PER_POINT;
    }
}
