package org.switchboard.cli;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.ProgressListener;
import org.switchboard.matching.engine.search.Solution;
import org.switchboard.matching.engine.search.Stopwatch;

/**
 * {@code solve PROBLEM --out PLAN}: finds a plan for a problem file, without a database or a server. Told to end, it keeps the
 * best plan so far.
 */
final class SolveCommand implements Command {

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<String> words;
    private final boolean watched;
    private final Stopwatch stopwatch;

    /**
     * @param watched whether progress is to be shown
     * @param stopwatch by which the seconds of the order count
     */
    SolveCommand(List<String> words, boolean watched, Stopwatch stopwatch) {
        this.words = words;
        this.watched = watched;
        this.stopwatch = stopwatch;
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        QuietLog.begin();
        try {
            solve(SolveOrder.of(words), out, err);
            return DONE;
        } catch (BadInput problem) {
            err.println(problem.getMessage());
            return BAD_INPUT;
        } catch (OutOfMemoryError e) {
            err.println("The problem does not fit into memory. Give Java more: java -Xmx4g -jar …");
            return BAD_INPUT;
        }
    }

    private void solve(SolveOrder order, PrintStream out, PrintStream err) throws BadInput {
        inBackground(Matching::prepare);
        Problem problem = InputFile.read(order.problem(), ProblemFile::read);
        ProgressLine line = new ProgressLine(err);
        Matching matching =
                new Matching(problem, order.options(problem), watched ? line : ProgressListener.SILENT, stopwatch);
        try (OrderlyEnd end = new OrderlyEnd(matching::stop);
                Results results = Results.open(order)) {
            Solution solution = matching.solve();
            line.clear();
            results.keep(problem, solution);
            double seconds = stopwatch.elapsedNanos() / NANOS_PER_SECOND;
            SolveReport report = new SolveReport(order, problem, solution, seconds);
            out.println(order.json() ? report.asJson() : report.inOneLine());
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "prepare");
        thread.setDaemon(true);
        thread.start();
    }

    /** The files to be written: none is put in its place before all are complete. */
    private record Results(WholeFile plan, @Nullable WholeFile certificate) implements AutoCloseable {

        static Results open(SolveOrder order) throws BadInput {
            WholeFile plan = WholeFile.at(order.planFile());
            try {
                return new Results(
                        plan, order.certificateFile() == null ? null : WholeFile.at(order.certificateFile()));
            } catch (BadInput unwritable) {
                plan.close();
                throw unwritable;
            }
        }

        void keep(Problem problem, Solution solution) throws BadInput {
            plan.write(file -> PlanFile.write(solution.plan().rows(), file));
            if (certificate != null) {
                certificate.write(file -> CertificateFile.write(solution.certificate(), problem, file));
                certificate.keep();
            }
            plan.keep();
        }

        @Override
        public void close() throws BadInput {
            plan.close();
            if (certificate != null) {
                certificate.close();
            }
        }
    }
}
