package org.switchboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What a process took from its start to its exit.
 *
 * @param seconds by the wall clock
 * @param peakMegabytes most resident memory at any time; empty where the system has no {@code /proc}
 */
record Usage(int exitCode, double seconds, OptionalLong peakMegabytes) {

    private static final long MILLIS_BETWEEN_LOOKS = 10;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String PEAK = "VmHWM:";
    private static final long KILOBYTES_PER_MEGABYTE = 1024;

    /** How many times the seconds it was given a process may take before it is ended. */
    private static final int PATIENCE = 4;

    private static final int PATIENCE_SECONDS = 30;

    /**
     * Runs a command to its end, or until it has clearly forgotten its time.
     *
     * @param seconds that it was given
     * @param log where its output and its complaints go
     */
    static Usage of(List<String> command, int seconds, Path log) throws IOException, InterruptedException {
        long start = System.nanoTime();
        double end = PATIENCE_SECONDS + (double) PATIENCE * seconds;
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        OptionalLong peak = OptionalLong.empty();
        try {
            while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS) && since(start) < end) {
                OptionalLong seen = peakMegabytes(process.pid());
                peak = seen.isPresent() ? seen : peak;
            }
        } finally {
            process.destroyForcibly();
        }
        return new Usage(process.waitFor(), since(start), peak);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }

    /** The system keeps the peak and forgets it with the process, so it is looked at until there is nothing to see. */
    private static OptionalLong peakMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
                    .findFirst();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }
}
