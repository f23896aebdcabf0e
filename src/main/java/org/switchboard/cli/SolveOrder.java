package org.switchboard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.EarlierPrices;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;

/**
 * What a command line asks {@code solve} to do.
 *
 * @param certificateFile where the proof of the bound goes; null if it is not wanted
 * @param threads how many the search may use; recorded with the plan
 * @param laps of the search to be repeated; null if none is to be repeated
 * @param startPrices a certificate of the problem, whose prices to begin with; null to find prices anew
 * @param warm whether to begin with the previous plan that the problem holds
 * @param mostChanged rows that may differ from it
 */
record SolveOrder(
        Path problem,
        Path planFile,
        @Nullable Path certificateFile,
        SolveLimits limits,
        long seed,
        int threads,
        @Nullable List<Long> laps,
        @Nullable Path startPrices,
        boolean warm,
        long mostChanged,
        boolean json) {

    static final String USAGE = "usage: solve PROBLEM --out PLAN [options]\n"
            + "  --out PLAN           where the plan goes\n"
            + "  --certificate CERT   where the proof of its bound goes\n"
            + "  --seconds N          to search for at most; 10, or no limit if --steps is given\n"
            + "  --gap PERCENT        close enough to the best possible to end before the time is over\n"
            + "  --steps N            of work at most; the same steps and seed give the same plan\n"
            + "  --laps N,N,…         with --steps, to repeat a search that ended by time: both are in its --json summary\n"
            + "  --unimproved N       steps without a better plan after which to end\n"
            + "  --seed N             1 if not given\n"
            + "  --threads N          1 or 2; 2 if not given\n"
            + "  --start-prices CERT  begins with the prices of a certificate for the problem\n"
            + "  --warm               begins with the previous plan in the problem\n"
            + "  --most-changed N     rows at most that differ from the previous plan\n"
            + "  --json               the summary as a JSON object";

    private static final Set<String> FLAGS = Set.of("--json", "--warm");
    private static final Set<String> VALUED = Set.of(
            "--out",
            "--certificate",
            "--seconds",
            "--gap",
            "--steps",
            "--laps",
            "--start-prices",
            "--unimproved",
            "--seed",
            "--threads",
            "--most-changed");
    private static final long SECONDS = 10;
    private static final double NO_GAP = 0;

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
                arguments.has("--laps") ? arguments.risingNumbers("--laps", SolveOptions.LAPS) : null,
                arguments.file("--start-prices").orElse(null),
                arguments.has("--warm"),
                arguments.wholeNumber("--most-changed", 0, Long.MAX_VALUE - 1, SolveLimits.NONE),
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
                arguments.percent("--gap", NO_GAP));
    }

    /** What the search of this problem is asked to do. */
    SolveOptions options(Problem read) throws BadInput {
        SolveOptions options = SolveOptions.of(limits, seed)
                .withThreads(threads)
                .repeating(laps)
                .startingFrom(warm ? read.previous() : List.of(), mostChanged);
        if (startPrices == null) {
            return options;
        }
        Certificate certificate = InputFile.read(startPrices, in -> CertificateFile.read(in, read));
        return options.withPrices(new EarlierPrices(certificate.multipliers()));
    }

    /** Nobody means to write over the problem, or one result over the other. */
    private void requireDifferentFiles() throws BadInput {
        List<Path> places = Stream.of(problem, planFile, certificateFile, startPrices)
                .flatMap(Stream::ofNullable)
                .map(SolveOrder::normal)
                .toList();
        if (places.stream().distinct().count() < places.size()) {
            throw new BadInput("The files named must be different ones.");
        }
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
