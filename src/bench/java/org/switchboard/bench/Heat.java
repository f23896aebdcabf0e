package org.switchboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.switchboard.matching.Bench;
import org.switchboard.matching.Bench.Instance;

/** One instance and all who solve it: one after the other, so that none takes time from another. */
final class Heat {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final int NO_PINS = 0;

    private final Bench bench;
    private final Size size;
    private final Assignment assignment;

    Heat(Bench bench, Settings settings, Size size, long seed) {
        this.bench = bench;
        this.size = size;
        this.assignment = new Assignment(
                FOLDER.resolve(size + "-" + seed + ".json"),
                seed,
                settings.secondsFor(size),
                settings.heapMegabytesFor(size));
    }

    /** Generates the instance, has it solved by each, and has each plan judged. */
    HeatResults run(List<Contestant> contestants)
            throws IOException, InterruptedException, ReflectiveOperationException {
        Files.createDirectories(FOLDER);
        bench.generate(size.name(), assignment.seed(), NO_PINS, assignment.problemFile());
        Instance instance = bench.read(assignment.problemFile());
        List<Result> results = new ArrayList<>();
        for (Contestant contestant : contestants) {
            results.add(result(contestant, instance));
        }
        return new HeatResults(size, assignment.seed(), results);
    }

    private Result result(Contestant contestant, Instance instance)
            throws IOException, InterruptedException, ReflectiveOperationException {
        Path folder = emptyFolder(contestant);
        Path log = folder.resolve("log.txt");
        Usage usage = Usage.of(contestant.command(assignment, folder), assignment.seconds(), log);
        Path plan = contestant.planFile(folder);
        if (usage.exitCode() != 0 || !Files.exists(plan)) {
            System.out.println(contestant.title() + " left no plan; what it said is in " + log);
            return new Result(contestant.title(), usage, null, OptionalLong.empty());
        }
        return new Result(
                contestant.title(), usage, bench.verify(instance, plan), contestant.bound(assignment, folder));
    }

    private Path emptyFolder(Contestant contestant) throws IOException {
        Path folder = FOLDER.resolve(size + "-" + assignment.seed() + "-" + contestant.word());
        Files.createDirectories(folder);
        try (Stream<Path> earlier = Files.list(folder)) {
            for (Path file : earlier.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
