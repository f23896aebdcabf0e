package org.switchboard.shared;

import java.util.List;

/**
 * A request that the service understood and will not carry out, with the reason in words for the person who made it.
 * {@link RefusalMapper} turns each kind into its problem document; nothing else needs to know HTTP.
 */
public abstract sealed class Refusal extends RuntimeException {

    private final String words;

    protected Refusal(String words) {
        super(words);
        this.words = words;
    }

    /** What stands in the way and what to do, for the person who asked. */
    public String words() {
        return words;
    }

    /** There is no such item, or this reader may not see it: the two are told apart by nobody. */
    public static final class NotFound extends Refusal {
        public NotFound() {
            super("There is nothing here that you may see.");
        }
    }

    /** What was sent cannot be read: a parameter or header that is no number, no date, no known word. */
    public static final class Malformed extends Refusal {
        public Malformed(String message) {
            super(message);
        }
    }

    /** Who asks has not shown who they are, or has shown something that is not good. */
    public static final class Unauthenticated extends Refusal {
        public Unauthenticated(String message) {
            super(message);
        }
    }

    /** Who asks is known, and may not do this. */
    public static final class NotAllowed extends Refusal {
        public NotAllowed(String message) {
            super(message);
        }
    }

    /** Who asks has tried too often; nothing of this attempt was looked at. */
    public static final class TooManyAttempts extends Refusal {
        private final long seconds;

        /** @param seconds after which to try again */
        public TooManyAttempts(long seconds) {
            super("There were too many attempts that failed. Wait " + seconds + " seconds before the next.");
            this.seconds = seconds;
        }

        public long seconds() {
            return seconds;
        }
    }

    /** The item is in a state that does not allow this, or another item stands in the way. */
    public static final class Conflict extends Refusal {
        public Conflict(String message) {
            super(message);
        }
    }

    /** The item has changed since the caller read it. */
    public static final class Stale extends Refusal {
        public Stale() {
            super("This item has changed since you read it. Read it again, look at what changed, and send your change"
                    + " with the new ETag in If-Match.");
        }
    }

    /** A change was asked without saying which version of the item it is meant for. */
    public static final class PreconditionMissing extends Refusal {
        public PreconditionMissing() {
            super("Say which version you mean to change: send the ETag of the item, as you read it, in If-Match.");
        }
    }

    /** What was sent can be read but breaks rules; all broken rules are listed. */
    public static final class RulesBroken extends Refusal {
        private final transient List<Violation> violations;

        public RulesBroken(List<Violation> violations) {
            super(violations.size() == 1 ? "One thing is wrong." : violations.size() + " things are wrong.");
            this.violations = List.copyOf(violations);
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    /** A file for import has bad rows; every bad cell is listed. */
    public static final class RowsRejected extends Refusal {
        private final transient List<BadCell> problems;

        public RowsRejected(String message, List<BadCell> problems) {
            super(message);
            this.problems = List.copyOf(problems);
        }

        public List<BadCell> problems() {
            return problems;
        }
    }

    /** The same Idempotency-Key came with different content. */
    public static final class KeyReused extends Refusal {
        public KeyReused() {
            super("This Idempotency-Key was used before with other content. Use a new key for a new submission.");
        }
    }

    /** More work of this kind is under way than the service takes on at once. */
    public static final class Busy extends Refusal {
        public Busy(String message) {
            super(message);
        }
    }
}
