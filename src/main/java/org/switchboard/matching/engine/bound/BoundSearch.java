package org.switchboard.matching.engine.bound;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.OpenProblem;

/**
 * Looks for the lowest bound round by round, on a thread of its own beside the search for plans. Its rounds follow the time
 * there is; what it finds is proven whenever it is stopped.
 */
public final class BoundSearch implements Runnable {

    private static final double FIRST_STEP = 0.02;
    private static final double LAST_STEP = 0.001;

    /** For prices that were good before. */
    private static final double FIRST_STEP_FROM_EARLIER = 0.002;

    /** Rounds for which the first step is right; a shorter search may not go so far from where it starts. */
    private static final int FULL_SEARCH = 300;

    private static final int STRETCHES = 40;

    /** Rounds of a search whose way is told by steps, not by time. */
    public static final int ROUNDS = 200;

    /** Says that time alone ends the rounds. */
    public static final int ANY_ROUNDS = Integer.MAX_VALUE;

    private final Decomposition decomposition;
    private final LongSupplier elapsedNanos;
    private final long deadlineNanos;
    private final int mostRounds;
    private final double firstStep;
    private final Certificate trivial;
    private volatile long bound;
    private volatile boolean found;

    /**
     * @param earlier part prices to begin with where there are any
     * @param elapsedNanos since the search was asked for
     * @param deadlineNanos of these, when it ends at the latest; {@link Long#MAX_VALUE} where there is none
     * @param mostRounds after which it ends before; a search that is to repeat cannot follow the clock
     */
    public BoundSearch(
            OpenProblem open,
            Prices start,
            @Nullable EarlierPrices earlier,
            LongSupplier elapsedNanos,
            long deadlineNanos,
            int mostRounds) {
        this.decomposition = new Decomposition(open, start, earlier);
        this.elapsedNanos = elapsedNanos;
        this.deadlineNanos = deadlineNanos;
        this.mostRounds = mostRounds;
        this.firstStep = earlier == null ? FIRST_STEP : FIRST_STEP_FROM_EARLIER;
        this.trivial = Certificate.trivial(open.problem());
        this.bound = trivial.bound();
    }

    @Override
    public void run() {
        long began = elapsedNanos.getAsLong();
        double share = 0;
        StepControl control = new StepControl(STRETCHES);
        for (int rounds = 1; share < 1; rounds++) {
            double now = decomposition.evaluate();
            if (decomposition.isStopped()) {
                return;
            }
            boolean lowest = decomposition.keepIfLowest(now);
            if (lowest && decomposition.points(now) < bound) {
                bound = decomposition.points(now);
                found = true;
            }
            share = shareDone(began, rounds);
            if (control.hasGoneAstray(share, now, lowest)) {
                decomposition.returnToLowest();
            } else {
                decomposition.move(control.factor() * step(share, rounds / share));
            }
        }
    }

    /** From 0 to 1, of the time there is or of the rounds, whichever ends first; above 0 after the first. */
    private double shareDone(long began, int rounds) {
        double nanos = Math.max(1, elapsedNanos.getAsLong() - began);
        double shareOfTime = nanos / Math.max(1, deadlineNanos - began);
        double shareOfRounds = mostRounds == ANY_ROUNDS ? 0 : rounds / (double) mostRounds;
        return Math.min(1, Math.max(shareOfTime, shareOfRounds));
    }

    /** @param expected rounds in all */
    private double step(double share, double expected) {
        double room = Math.min(1, Math.sqrt(expected / FULL_SEARCH));
        double first = Math.max(LAST_STEP, firstStep * room);
        return first * Math.pow(LAST_STEP / first, share);
    }

    /** Ends it soon, in the middle of a round if need be. */
    public void stop() {
        decomposition.stop();
    }

    /** The lowest proven so far; may be asked from any thread. */
    public long bound() {
        return bound;
    }

    /** The lowest bound with its proof; to be asked after it has ended. */
    public Certificate certificate() {
        return found ? new Certificate(bound, decomposition.lowestMultipliers()) : trivial;
    }
}
