package org.switchboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.switchboard.bench.peer.PeerCommand;

/** What the engine is measured beside; each is started from the class path of this benchmark. */
enum Peer implements Contestant {
    GREEDY("density greedy (1 thread)"),
    OPTAPLANNER("OptaPlanner, plain model"),
    TIMEFOLD("Timefold community, plain model (1 thread)"),
    CPSAT("CP-SAT");

    private final String title;

    Peer(String title) {
        this.title = title;
    }

    static Peer named(String name) {
        return Arrays.stream(values())
                .filter(peer -> peer.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("bench.peers: '" + name + "' is not known; known are "
                        + Arrays.stream(values()).map(Peer::word).toList()));
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> command(Assignment assignment, Path folder) {
        return List.of(
                Contestant.java(),
                "-Xmx" + assignment.heapMegabytes() + "m",
                "-classpath",
                System.getProperty("java.class.path"),
                PeerCommand.class.getName(),
                word(),
                assignment.problemFile().toString(),
                planFile(folder).toString(),
                boundFile(folder).toString(),
                Integer.toString(assignment.seconds()),
                Long.toString(assignment.seed()));
    }

    @Override
    public OptionalLong bound(Assignment assignment, Path folder) throws IOException {
        Path file = boundFile(folder);
        return Files.exists(file)
                ? OptionalLong.of(Long.parseLong(Files.readString(file).strip()))
                : OptionalLong.empty();
    }

    private static Path boundFile(Path folder) {
        return folder.resolve("bound.txt");
    }
}
