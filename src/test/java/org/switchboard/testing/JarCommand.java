package org.switchboard.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of the packaged jar as a process of its own, as a person types it in a folder.
 *
 * @param out file that holds what it said
 * @param err file that holds what it complained of
 */
public record JarCommand(Process process, Path out, Path err) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    /** @param logs folder for what it says, another than the one it runs in */
    public static JarCommand start(Path folder, Path logs, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", ServiceProcess.JAR.toString()));
        command.addAll(List.of(words));
        Path out = Files.createTempFile(logs, "out-", ".txt");
        Path err = Files.createTempFile(logs, "err-", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new JarCommand(process, out, err);
    }

    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The command did not end: " + out + ", " + err);
        }
        return process.exitValue();
    }

    public String said() throws IOException {
        return Files.readString(out);
    }

    public String complained() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
