package org.switchboard.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchboard.access.SightlessVisible;
import org.switchboard.authorization.StoredRows.Who;
import org.switchboard.matrix.SightlessMatrixQuery;
import org.switchboard.testing.PostgresResource;

/** The service with its own check taken out: the database alone still gives nobody a foreign row, however many ask at once. */
@QuarkusTest
@TestProfile(WithoutSightTest.FirstWallRemoved.class)
@WithTestResource(PostgresResource.class)
class WithoutSightTest extends RowsThroughFaces {

    private static final int THREADS = 16;
    private static final int TRANSACTIONS_OF_EACH = 128;

    /** Takes the conditions out of every query; what is left is what the database does. */
    public static final class FirstWallRemoved implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SightlessVisible.class, SightlessMatrixQuery.class);
        }
    }

    @Inject
    AgroalDataSource pool;

    /** Statuses are shown by the service's check alone: without it everybody knows. */
    @Override
    boolean knowsThatItWentBack(Who who, StoredRows.Row need) {
        return true;
    }

    @Override
    boolean knowsThatItIsExhausted(Who who, StoredRows.Row offer) {
        return true;
    }

    /** Connections go from one to the other all the time; nobody is ever taken for whoever had it before. */
    @Test
    void nobodySeesAForeignRowHoweverManyAskAtOnce() throws Exception {
        StoredRows stored = StoredRows.now();
        Map<Who, Map<String, Set<String>>> expected = new HashMap<>();
        Map<Who, Integer> counted = new HashMap<>();
        for (Who who : asking()) {
            expected.put(who, expected(stored, who));
            counted.put(who, needsInMatrix(stored, who));
        }
        AtomicInteger asked = new AtomicInteger();
        List<Callable<Integer>> threads = IntStream.range(0, THREADS)
                .mapToObj(thread -> (Callable<Integer>) () -> {
                    Random random = new Random(thread);
                    List<String> tables = LISTS.keySet().stream().sorted().toList();
                    for (int i = 0; i < TRANSACTIONS_OF_EACH; i++) {
                        Who who = asking().get(random.nextInt(asking().size()));
                        String table = tables.get(random.nextInt(tables.size()));
                        if (i % 10 == 9) {
                            assertEquals(counted.get(who), matrix(who), who + " counts needs");
                        } else {
                            assertEquals(expected.get(who).get(table), listed(who, table), who + " lists of " + table);
                        }
                        asked.incrementAndGet();
                        if (i % 25 == 0) {
                            assertEquals("0 ", withoutIdentity(), "a transaction for nobody");
                        }
                    }
                    return 0;
                })
                .toList();
        ExecutorService running = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Integer> thread : running.invokeAll(threads)) {
                thread.get();
            }
        } finally {
            running.shutdownNow();
        }
        assertEquals(THREADS * TRANSACTIONS_OF_EACH, asked.get());
        everyConnectionIsNobodys();
    }

    private void everyConnectionIsNobodys() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                Connection connection = pool.getConnection();
                taken.add(connection);
                assertEquals("0 ", withoutIdentity(connection));
            }
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    private String withoutIdentity() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return withoutIdentity(connection);
        }
    }

    /** How many needs it sees, and what is said of a reader. */
    private static String withoutIdentity(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select (select count(*) from need) + (select count(*) from run) || ' '"
                                + " || coalesce(current_setting('switchboard.keys', true), '')"
                                + " || case when current_user = session_user then '' else current_user end")) {
            assertTrue(found.next());
            return found.getString(1);
        }
    }
}
