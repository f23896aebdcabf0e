package org.switchboard.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.switchboard.bench.peer.optaplanner.OptaPlannerPeer;
import org.switchboard.bench.peer.timefold.TimefoldPeer;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;

/** One peer on one problem file, as a process of its own: {@code PEER PROBLEM PLAN BOUND SECONDS SEED}. */
public final class PeerCommand {

    private PeerCommand() {}

    public static void main(String[] words) throws IOException {
        Deadline deadline = Deadline.afterStart(Integer.parseInt(words[4]));
        Problem problem = read(Path.of(words[1]));
        Answer answer = solver(words[0]).solve(problem, deadline, Long.parseLong(words[5]));
        try (OutputStream out = Files.newOutputStream(Path.of(words[2]))) {
            PlanFile.write(answer.rows(), out);
        }
        if (answer.bound().isPresent()) {
            Files.writeString(Path.of(words[3]), Long.toString(answer.bound().getAsLong()));
        }
    }

    private static Problem read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ProblemFile.read(in);
        }
    }

    private static PeerSolver solver(String word) {
        return switch (word) {
            case "greedy" -> new DensityGreedy();
            case "optaplanner" -> new OptaPlannerPeer();
            case "timefold" -> new TimefoldPeer();
            case "cpsat" -> new CpSatPeer();
            default -> throw new IllegalArgumentException("no peer '" + word + "'");
        };
    }
}
