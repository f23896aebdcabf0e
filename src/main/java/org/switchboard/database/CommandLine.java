package org.switchboard.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs and listens to what they say.
 *
 * <p>PostgreSQL refuses to run as root. For root its programs run in a user namespace of their own, where they have no
 * special rights, while the files remain root's.
 */
final class CommandLine {

    private final Programs programs;
    private final List<String> prefix;

    private CommandLine(Programs programs, List<String> prefix) {
        this.programs = programs;
        this.prefix = prefix;
    }

    /** How a program ended and what it said on both outputs. */
    record Outcome(int exitCode, String output) {

        boolean successful() {
            return exitCode == 0;
        }
    }

    static CommandLine of(Programs programs) {
        if (!runsAsRoot()) {
            return new CommandLine(programs, List.of());
        }
        if (LinuxUtils.isUnshareAvailable()) {
            return new CommandLine(programs, List.of("unshare", "-U"));
        }
        throw new DatabaseUnusable("PostgreSQL does not run as root, and this system does not allow the way round it "
                + "(unshare -U). Start the service as an ordinary user, or use a database of your own: set "
                + "QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
    }

    private static boolean runsAsRoot() {
        if (OperatingSystem.current() != OperatingSystem.LINUX) {
            return false;
        }
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException noSuchFile) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    Outcome run(String program, String... options) {
        return run(program, List.of(options));
    }

    Outcome run(String program, List<String> options) {
        List<String> words = new ArrayList<>(prefix);
        words.add(programs.path(program));
        words.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        // a person's own settings for psql and the like must not steer the service's database
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException problem) {
            throw new DatabaseUnusable("PostgreSQL's " + program + " cannot be run: " + problem, problem);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("Interrupted while PostgreSQL's " + program + " ran.", interruption);
        }
    }
}
