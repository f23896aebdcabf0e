package org.switchboard.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.certificate.CertificateCheck;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.ProblemFile;

/** The engine as people get it: the packaged jar and its command. */
final class Engine implements Contestant {

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

    @Override
    public String word() {
        return "switchboard";
    }

    @Override
    public String title() {
        return "Switchboard";
    }

    @Override
    public List<String> command(Assignment assignment, Path folder) {
        return List.of(
                Contestant.java(),
                "-Xmx" + assignment.heapMegabytes() + "m",
                "-jar",
                JAR.toString(),
                "solve",
                assignment.problemFile().toString(),
                "--out",
                planFile(folder).toString(),
                "--certificate",
                certificateFile(folder).toString(),
                "--seconds",
                Integer.toString(assignment.seconds()),
                "--seed",
                Long.toString(assignment.seed()),
                "--json");
    }

    /** What its certificate proves when it is checked, not what it says it proves. */
    @Override
    public OptionalLong bound(Assignment assignment, Path folder) throws IOException {
        try (InputStream problemIn = Files.newInputStream(assignment.problemFile());
                InputStream certificateIn = Files.newInputStream(certificateFile(folder))) {
            Problem problem = ProblemFile.read(problemIn);
            return OptionalLong.of(CertificateCheck.provenBound(
                    problem, CertificateFile.read(certificateIn, problem).multipliers()));
        }
    }

    private static Path certificateFile(Path folder) {
        return folder.resolve("certificate.json");
    }
}
