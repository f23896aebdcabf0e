package org.switchboard.matching;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.switchboard.matching.engine.PlanRow;

/**
 * The generator and the verifier of {@code assist-match/1} that stand beside the project, in {@code ../shared/bench}.
 * They are compiled here and now and loaded apart from all that is the project's, so that nothing of it can help them.
 */
public final class Bench implements AutoCloseable {

    private static final Path SHARED = Path.of(System.getProperty("shared", "../shared"));
    private static final Path CLASSES = Path.of("target", "bench-classes").toAbsolutePath();

    private final URLClassLoader classes;

    private Bench(URLClassLoader classes) {
        this.classes = classes;
    }

    /** What the verifier said. */
    public record Verdict(int violations, List<?> messages, long level1, long level2) {}

    /** An instance as the verifier has read it. */
    public record Instance(Object read) {}

    /** A folder beside the project. */
    static Path shared(String folder) {
        Path path = SHARED.resolve(folder);
        if (!Files.isDirectory(path)) {
            throw new AssertionError(path.toAbsolutePath()
                    + " is read here and is not there. Say where it is with -Dshared=…, or leave out the profile.");
        }
        return path;
    }

    public static Bench compiled() throws IOException, URISyntaxException {
        Path sources = shared("bench/src/main/java/bench");
        Path jackson = Path.of(JsonFactory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.createDirectories(CLASSES);
        List<String> arguments =
                new ArrayList<>(List.of("-nowarn", "-d", CLASSES.toString(), "-cp", jackson.toString()));
        Stream.of("Instance", "Plan", "Verifier", "Generator")
                .map(name -> sources.resolve(name + ".java").toString())
                .forEach(arguments::add);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError("the sources in " + sources + " do not compile");
        }
        URI folder = CLASSES.toUri();
        return new Bench(new URLClassLoader(
                new URL[] {folder.toURL(), jackson.toUri().toURL()}, ClassLoader.getPlatformClassLoader()));
    }

    /** @param pinEvery pins every so-many-th row of the previous plan; 0 pins none */
    public void generate(String size, long seed, int pinEvery, Path file) throws ReflectiveOperationException {
        List<String> arguments = new ArrayList<>(List.of(size, Long.toString(seed), file.toString()));
        if (pinEvery > 0) {
            arguments.add(Integer.toString(pinEvery));
        }
        call("bench.Generator", "main", new Class<?>[] {String[].class}, (Object) arguments.toArray(String[]::new));
    }

    public Instance read(Path problemFile) throws ReflectiveOperationException {
        return new Instance(call("bench.Instance", "read", new Class<?>[] {File.class}, problemFile.toFile()));
    }

    /** Judges a plan file. */
    public Verdict verify(Instance instance, Path planFile) throws ReflectiveOperationException {
        return verdict(instance, call("bench.Plan", "read", new Class<?>[] {File.class}, planFile.toFile()));
    }

    /** Judges rows. */
    Verdict verify(Instance instance, List<PlanRow> rows) throws ReflectiveOperationException {
        return verdict(
                instance,
                rows.stream()
                        .map(row -> new int[] {row.need(), row.offer(), row.parts()})
                        .toList());
    }

    private Verdict verdict(Instance instance, Object rows) throws ReflectiveOperationException {
        Object result = call(
                "bench.Verifier",
                "check",
                new Class<?>[] {instance.read().getClass(), List.class},
                instance.read(),
                rows);
        Class<?> type = result.getClass();
        return new Verdict(
                type.getField("violations").getInt(result),
                (List<?>) type.getField("msgs").get(result),
                type.getField("l1").getLong(result),
                type.getField("l2").getLong(result));
    }

    private Object call(String type, String method, Class<?>[] parameters, Object... arguments)
            throws ReflectiveOperationException {
        try {
            return classes.loadClass(type).getMethod(method, parameters).invoke(null, arguments);
        } catch (InvocationTargetException failure) {
            throw new AssertionError(type + "." + method + " failed", failure.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
