package org.switchboard.database;

import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL of the service's own: real, durable, reachable only from this machine and only with a password.
 *
 * <p>{@link #open} takes the folder, finds the server that a killed service left behind or starts one, and proves that
 * it serves this folder and writes durably. {@link #close} stops it in an orderly way and gives the folder back. If the
 * server ends meanwhile it is started again.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Of the database, and of the role that owns it and changes its tables. */
    static final String NAME = "switchboard";

    /** The role under which the service works: it owns nothing, so that it cannot pass the rules on rows. */
    static final String SERVICE = "switchboard_service";

    /** The role that the service takes on while it works for nobody in particular. */
    static final String WORKER = "switchboard_worker";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FolderLock lock;
    private final Password password;
    private final boolean adopted;
    private final Guard guard;

    private EmbeddedDatabase(FolderLock lock, Password password, boolean adopted, Guard guard) {
        this.lock = lock;
        this.password = password;
        this.adopted = adopted;
        this.guard = guard;
    }

    /**
     * Finds or starts the server of the folder, making the folder and the database if need be.
     *
     * @throws DatabaseUnusable with a message for a person if the database cannot serve
     */
    public static EmbeddedDatabase open(DatabaseSettings settings) {
        DatabaseFolder folder = DatabaseFolder.prepare(settings.folder());
        FolderLock lock = FolderLock.take(folder);
        try {
            return open(settings, folder, lock);
        } catch (RuntimeException | Error problem) {
            lock.close();
            throw problem;
        }
    }

    private static EmbeddedDatabase open(DatabaseSettings settings, DatabaseFolder folder, FolderLock lock) {
        Password password = Password.of(folder);
        Connector connector = new Connector(password);
        Adoption adoption = new Adoption(folder.data(), connector, PATIENCE);
        Optional<RunningServer> left = adoption.find();
        if (left.isEmpty()) {
            folder.requireFree(settings.minimumFreeMegabytes());
        }
        CommandLine commands = CommandLine.of(Programs.in(settings.binariesFolder()));
        Cluster cluster = new Cluster(folder, commands, password);
        Launcher launcher = new Launcher(cluster, connector);
        RunningServer server = left.orElseGet(() -> {
            cluster.prepare();
            return launcher.start();
        });
        try {
            server.makeReady(connector);
        } catch (RuntimeException | Error problem) {
            launcher.stop();
            throw problem;
        }
        return new EmbeddedDatabase(lock, password, left.isPresent(), Guard.over(server, launcher, adoption));
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + Connector.HOST + ":" + guard.server().port() + "/" + NAME;
    }

    /** Owns the tables; for migrations alone. */
    public String owner() {
        return NAME;
    }

    public String username() {
        return SERVICE;
    }

    /** Of both. */
    public String password() {
        return password.value();
    }

    /** Of PostgreSQL's first process. */
    public long processId() {
        return guard.server().processId();
    }

    /** Whether the server was found running, left behind by a service that was killed. */
    public boolean adopted() {
        return adopted;
    }

    /** Stops PostgreSQL, whoever started it, and gives the folder back. A second call does nothing. */
    @Override
    public void close() {
        try {
            guard.close();
        } finally {
            lock.close();
        }
    }
}
