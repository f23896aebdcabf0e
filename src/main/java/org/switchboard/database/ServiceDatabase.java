package org.switchboard.database;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The service's choice of database, made before the service starts, and the order of the end: first the service, which
 * closes its connections, then PostgreSQL.
 */
public final class ServiceDatabase implements AutoCloseable {

    private static final String URL = "quarkus.datasource.jdbc.url";

    /** Repeats the address, so that a service that starts anew in the same process sees whose address it is. */
    private static final String OURS = "switchboard.database.embedded-url";

    private static final String SECRET_KEY = "switchboard.secret-key";

    private static final long STOP_SECONDS = 60;

    private final Optional<EmbeddedDatabase> embedded;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::awaitClosed, "database-stops-last");

    private ServiceDatabase(Optional<EmbeddedDatabase> embedded) {
        this.embedded = embedded;
    }

    /**
     * Opens the embedded database unless another one is set by the standard setting {@code quarkus.datasource.jdbc.url}.
     *
     * @throws DatabaseUnusable with a message for a person
     */
    public static ServiceDatabase choose() {
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        if (external(config)) {
            return new ServiceDatabase(Optional.empty());
        }
        DatabaseSettings settings = settings(config);
        ServiceDatabase database = new ServiceDatabase(Optional.of(EmbeddedDatabase.open(settings)));
        database.embedded.ifPresent(ServiceDatabase::tellQuarkus);
        if (config.getOptionalValue(SECRET_KEY, String.class).isEmpty()) {
            System.setProperty(SECRET_KEY, SecretKeyFile.of(DatabaseFolder.prepare(settings.folder())));
        }
        database.closeAfterService();
        return database;
    }

    private static boolean external(SmallRyeConfig config) {
        Optional<String> url = config.getOptionalValue(URL, String.class).filter(text -> !text.isBlank());
        return url.isPresent() && !url.equals(Optional.ofNullable(System.getProperty(OURS)));
    }

    private static DatabaseSettings settings(SmallRyeConfig config) {
        Path folder = config.getValue("switchboard.database.folder", Path.class);
        return new DatabaseSettings(
                folder,
                config.getOptionalValue("switchboard.database.binaries-folder", Path.class)
                        .orElse(folder),
                config.getValue("switchboard.database.minimum-free-mb", Long.class));
    }

    private static void tellQuarkus(EmbeddedDatabase database) {
        Map.of(
                        URL,
                        database.jdbcUrl(),
                        OURS,
                        database.jdbcUrl(),
                        "quarkus.datasource.username",
                        database.username(),
                        "quarkus.datasource.password",
                        database.password(),
                        "quarkus.flyway.username",
                        database.owner(),
                        "quarkus.flyway.password",
                        database.password())
                .forEach(System::setProperty);
    }

    /**
     * On a signal Java ends as soon as its shutdown hooks have, and that of Quarkus waits for the service only. Ours
     * waits until the main thread, which stops the service, has stopped PostgreSQL after it.
     */
    private void closeAfterService() {
        BiConsumer<Integer, Throwable> exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((BiConsumer<Integer, Throwable>) (code, problem) -> {
            close();
            exit.accept(code, problem);
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitClosed() {
        try {
            if (!closed.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                close();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /** Live reload closes and opens again in one process; hooks of the past would keep the past in memory. */
    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // then it ends with the process
        }
    }

    /** A second call does nothing. */
    @Override
    public void close() {
        try {
            embedded.ifPresent(EmbeddedDatabase::close);
        } finally {
            closed.countDown();
            forgetHook();
        }
    }
}
