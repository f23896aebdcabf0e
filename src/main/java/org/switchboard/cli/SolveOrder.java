package org.switchboard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.search.SolveLimits;

/**
 * What a command line asks {@code solve} to do.
 *
 * @param certificateFile where the proof of the bound goes; null if it is not wanted
 * @param threads how many the search may use; recorded with the plan
 */
record SolveOrder(
        Path problem,
        Path planFile,
        @Nullable Path certificateFile,
        SolveLimits limits,
        long seed,
        int threads,
        boolean json) {

    static final String USAGE = "usage: solve PROBLEM --out PLAN [options]\n"
            + "  --out PLAN           where the plan goes\n"
            + "  --certificate CERT   where the proof of its bound goes\n"
            + "  --seconds N          to search for at most; 10, or no limit if --steps is given\n"
            + "  --gap PERCENT        close enough to the best possible to end; 0.5\n"
            + "  --steps N            of work at most; the same steps, seed and threads give the same plan\n"
            + "  --unimproved N       steps without a better plan after which to end\n"
            + "  --seed N             1 if not given\n"
            + "  --threads N          1 or 2; 2 if not given\n"
            + "  --json               the summary as a JSON object";

    private static final Set<String> FLAGS = Set.of("--json");
    private static final Set<String> VALUED =
            Set.of("--out", "--certificate", "--seconds", "--gap", "--steps", "--unimproved", "--seed", "--threads");
    private static final long SECONDS = 10;
    private static final double GAP_PERCENT = 0.5;

    /** A year: a number of seconds that every clock can add up. */
    private static final long MOST_SECONDS = 366L * 24 * 60 * 60;

    static SolveOrder of(List<String> words) throws BadInput {
        Arguments arguments = Arguments.of(words, FLAGS, VALUED, USAGE);
        if (arguments.files().size() != 1) {
            throw arguments.misused("solve wants one problem file.");
        }
        Optional<Path> out = arguments.file("--out");
        if (out.isEmpty()) {
            throw arguments.misused("solve wants --out, the place for the plan.");
        }
        SolveOrder order = new SolveOrder(
                arguments.files().get(0),
                out.get(),
                arguments.file("--certificate").orElse(null),
                limits(arguments),
                arguments.wholeNumber("--seed", Long.MIN_VALUE, Long.MAX_VALUE, 1),
                (int) arguments.wholeNumber("--threads", 1, 2, 2),
                arguments.has("--json"));
        order.requireDifferentFiles();
        return order;
    }

    private static SolveLimits limits(Arguments arguments) throws BadInput {
        long seconds = arguments.has("--steps") ? SolveLimits.NONE : SECONDS;
        return new SolveLimits(
                arguments.wholeNumber("--seconds", 1, MOST_SECONDS, seconds),
                arguments.wholeNumber("--steps", 1, Long.MAX_VALUE - 1, SolveLimits.NONE),
                arguments.wholeNumber("--unimproved", 1, Long.MAX_VALUE - 1, SolveLimits.NONE),
                arguments.percent("--gap", GAP_PERCENT));
    }

    /** Nobody means to write over the problem, or one result over the other. */
    private void requireDifferentFiles() throws BadInput {
        List<Path> places = certificateFile == null
                ? List.of(normal(problem), normal(planFile))
                : List.of(normal(problem), normal(planFile), normal(certificateFile));
        if (places.stream().distinct().count() < places.size()) {
            throw new BadInput("Problem, plan and certificate must be different files.");
        }
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
