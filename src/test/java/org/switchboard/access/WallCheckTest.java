package org.switchboard.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.Worker;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class WallCheckTest {

    private static final String WORKER = "switchboard_worker";

    @Test
    void rolesOfTheEmbeddedDatabaseAreSafe() throws SQLException {
        try (Connection service = Worker.plainConnection()) {
            assertEquals(List.of(), WallCheck.faults(service, WORKER));
        }
    }

    @Test
    void ownerOfTheTablesIsNotLetIn() throws SQLException {
        try (Connection owner = Worker.owner()) {
            List<String> faults = WallCheck.faults(owner, WORKER);
            assertEquals(3, faults.size(), faults.toString());
            assertTrue(faults.get(0).contains("owns the tables"), faults.toString());
            assertTrue(faults.get(1).contains("is no member of " + WORKER), faults.toString());
            assertTrue(faults.get(2).contains("NOINHERIT"), faults.toString());
        }
    }

    @Test
    void workerRoleThatIsNotThereIsNoticed() throws SQLException {
        try (Connection service = Worker.plainConnection()) {
            assertEquals(
                    List.of("the role switchboard_service is no member of nobody_here"),
                    WallCheck.faults(service, "nobody_here"));
        }
    }
}
