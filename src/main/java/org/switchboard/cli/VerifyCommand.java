package org.switchboard.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.certificate.CertificateCheck;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;

/**
 * {@code verify PROBLEM PLAN}: whether a plan keeps the rules, what it is worth and, with a certificate, how close it is proven
 * to be to the best possible. Whoever made the files, nothing in them is believed.
 */
final class VerifyCommand implements Command {

    private static final String USAGE = "usage: verify PROBLEM PLAN [--certificate CERT] [--json]\n"
            + "  --certificate CERT   recompute the bound from the prices in this file\n"
            + "  --json               the outcome as a JSON object";

    private static final int QUARTERS = 4;

    private final List<String> words;

    VerifyCommand(List<String> words) {
        this.words = words;
    }

    @Override
    public int run(PrintStream out, PrintStream err) {
        try {
            Arguments arguments = Arguments.of(words, Set.of("--json"), Set.of("--certificate"), USAGE);
            if (arguments.files().size() != 2) {
                throw arguments.misused("verify wants a problem file and a plan file.");
            }
            Verdict verdict = verdict(
                    arguments.files().get(0),
                    arguments.files().get(1),
                    arguments.file("--certificate").orElse(null));
            out.println(arguments.has("--json") ? verdict.asJson() : verdict.inWords());
            return verdict.holds() ? DONE : REFUSED;
        } catch (BadInput problem) {
            err.println(problem.getMessage());
            return BAD_INPUT;
        } catch (OutOfMemoryError e) {
            err.println("The files do not fit into memory. Give Java more: java -Xmx4g -jar …");
            return BAD_INPUT;
        }
    }

    private static Verdict verdict(Path problemFile, Path planFile, @Nullable Path certificateFile) throws BadInput {
        Problem problem = InputFile.read(problemFile, ProblemFile::read);
        List<PlanRow> rows = InputFile.read(planFile, PlanFile::read);
        requireCountable(problem, rows, planFile);
        return certificateFile == null
                ? Verdict.of(problem, rows, null)
                : Verdict.of(problem, rows, proof(problem, certificateFile));
    }

    private static Verdict.Proof proof(Problem problem, Path file) throws BadInput {
        Certificate certificate = InputFile.read(file, in -> CertificateFile.read(in, problem));
        try {
            return new Verdict.Proof(
                    certificate.bound(), CertificateCheck.provenBound(problem, certificate.multipliers()));
        } catch (InvalidProblemException outOfRange) {
            throw BadInput.in(file, outOfRange.getMessage());
        }
    }

    /** A plan may ask for absurd amounts; they are counted against the rules only where they can be counted. */
    private static void requireCountable(Problem problem, List<PlanRow> rows, Path file) throws BadInput {
        long usd = 0;
        long value = 0;
        for (int r = 0; r < rows.size(); r++) {
            PlanRow row = rows.get(r);
            if (row.need() < problem.needs().size()) {
                try {
                    Need need = problem.needs().get(row.need());
                    usd = Math.addExact(usd, Math.multiplyExact(row.parts(), need.costUsd()));
                    value = Math.addExact(value, Math.multiplyExact(row.parts(), mostValue(problem, need)));
                } catch (ArithmeticException overflow) {
                    throw BadInput.in(file, "plan[" + r + "]: numbers out of range: so many parts cannot be counted");
                }
            }
        }
    }

    private static long mostValue(Problem problem, Need need) {
        return Math.multiplyExact(problem.slopes().first(), Math.multiplyExact(QUARTERS, need.weight()));
    }
}
