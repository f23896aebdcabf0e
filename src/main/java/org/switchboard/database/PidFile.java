package org.switchboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL writes into {@code postmaster.pid}, and what a killed one leaves there.
 *
 * @param port 0 as long as the server has not written it
 */
record PidFile(Path data, long processId, int port) {

    private static final int PORT_LINE = 3;

    static Optional<PidFile> of(Path data) {
        Path file = file(data);
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PidFile(data, Long.parseLong(lines.get(0).strip()), port(lines)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | NumberFormatException problem) {
            throw new DatabaseUnusable(
                    "PostgreSQL's file " + file + " cannot be understood: " + problem
                            + ". If no PostgreSQL runs on this folder, delete it and start again.",
                    problem);
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static int port(List<String> lines) {
        return lines.size() <= PORT_LINE
                ? 0
                : Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    /** False if the process has ended or its number now belongs to a program that does not serve this directory. */
    boolean mayBeAlive() {
        return ProcessHandle.of(processId)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !isZombie())
                .filter(this::looksLikeOurPostgres)
                .isPresent();
    }

    /** In a container without an init process the dead keep their number, and would be taken for the living. */
    private boolean isZombie() {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(processId), "stat"));
            return status.substring(status.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException cannotLook) {
            return false;
        }
    }

    private boolean looksLikeOurPostgres(ProcessHandle process) {
        boolean postgres = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(true); // unknown: the answer on its port will tell
        return postgres && worksInOurDirectory();
    }

    /** Every PostgreSQL process works in its data directory; only Linux lets us look. */
    private boolean worksInOurDirectory() {
        try {
            Path directory = Path.of("/proc", Long.toString(processId), "cwd").toRealPath();
            return directory.equals(data.toRealPath());
        } catch (IOException cannotLook) {
            return true;
        }
    }

    /**
     * Removes the file of a dead server if its number was given to another program meanwhile, for which PostgreSQL would
     * refuse to start. That of a plainly dead one is left: PostgreSQL itself then looks for surviving helpers.
     */
    void clearIfMisleading() {
        try {
            if (ProcessHandle.of(processId).isPresent()) {
                Files.deleteIfExists(file(data));
            }
        } catch (IOException problem) {
            throw new DatabaseUnusable(
                    "PostgreSQL's outdated file " + file(data) + " cannot be deleted: " + problem, problem);
        }
    }
}
