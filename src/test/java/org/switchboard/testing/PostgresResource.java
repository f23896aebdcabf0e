package org.switchboard.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.switchboard.database.EmbeddedDatabase;

/**
 * The service's own PostgreSQL on a new folder, one for all tests of the container.
 *
 * <p>Use as {@code @WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)}.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private Path folder;
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            folder = DatabaseFolders.fresh("service");
            database = EmbeddedDatabase.open(DatabaseFolders.settings(folder));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password(),
                "quarkus.flyway.username", database.owner(),
                "quarkus.flyway.password", database.password(),
                "switchboard.secret-key", Base64.getEncoder().encodeToString(new byte[32]));
    }

    @Override
    public void stop() {
        if (database == null) {
            return;
        }
        database.close();
        try {
            DatabaseFolders.delete(folder.getParent());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
