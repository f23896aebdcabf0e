package org.switchboard.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service as a process of its own, in a working folder of its own, on a free port.
 *
 * @param workingFolder the database folder is {@code data} in it, as for a person who just starts the jar
 */
public record ServiceProcess(Process process, Path workingFolder, int port, Path output) implements AutoCloseable {

    static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final long START_SECONDS = 90;
    private static final long STOP_SECONDS = 60;

    /** Starts without waiting; {@code asWhom} are words put before the command, to change the user. */
    public static ServiceProcess start(Path workingFolder, Map<String, String> environment, String... asWhom)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(asWhom));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", JAR.toString()));
        Path output = Files.createTempFile(workingFolder.getParent(), "output-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start(), workingFolder, port, output);
    }

    public ServiceProcess awaitReady() throws Exception {
        Deadline.seconds(START_SECONDS).until("the service is ready: " + output, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The service ended with " + process.exitValue() + ":\n" + said());
            }
            return status("/q/health/ready") == 200;
        });
        return this;
    }

    /** The status of the answer, or 0 if there is none. */
    public int status(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    /** SIGTERM, as an operator or a container platform would. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** SIGKILL, of the service alone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The service did not end: " + output);
        }
        return process.exitValue();
    }

    public String said() throws IOException {
        return Files.readString(output);
    }

    public Path folder() {
        return workingFolder.resolve("data");
    }

    /** The number of PostgreSQL's first process, as PostgreSQL itself wrote it down. */
    public long postgres() throws IOException {
        return Long.parseLong(Files.readAllLines(folder().resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
