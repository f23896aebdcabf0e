package org.switchboard.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.switchboard.matching.Bench;

/** Runs the engine and its peers on every instance asked for and prints one table, which also goes to {@code target/bench.md}. */
public final class Benchmark {

    private static final Path TABLE = Path.of("target", "bench.md");

    private Benchmark() {}

    public static void main(String[] words)
            throws IOException, URISyntaxException, InterruptedException, ReflectiveOperationException {
        String machine = Machine.inWords();
        Settings settings = Settings.fromProperties();
        List<Contestant> contestants = Stream.concat(Stream.of(new Engine()), settings.peers().stream())
                .toList();
        List<HeatResults> heats = new ArrayList<>();
        try (Bench bench = Bench.compiled()) {
            for (Size size : settings.sizes()) {
                for (long seed : settings.seeds()) {
                    heats.add(new Heat(bench, settings, size, seed).run(contestants));
                }
            }
        }
        String table = new Table(heats).asMarkdown() + "\n" + machine + "\n";
        Files.writeString(TABLE, table);
        System.out.println();
        System.out.print(table);
    }
}
