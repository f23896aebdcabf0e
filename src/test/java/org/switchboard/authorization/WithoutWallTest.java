package org.switchboard.authorization;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchboard.access.OpenWall;
import org.switchboard.authorization.StoredRows.Who;
import org.switchboard.testing.PostgresResource;

/** The service with the database's check taken out: its own alone still gives nobody a foreign row. */
@QuarkusTest
@TestProfile(WithoutWallTest.SecondWallRemoved.class)
@WithTestResource(PostgresResource.class)
class WithoutWallTest extends RowsThroughFaces {

    /** Tells the database of every reader that it is the service at work, to whom it shows all. */
    public static final class SecondWallRemoved implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(OpenWall.class);
        }
    }

    /** A need does not tell others to which request it belongs: to them nothing is found under it. */
    @ParameterizedTest
    @MethodSource("asking")
    void needsAreFoundUnderARequestThatIsSeen(Who who) throws SQLException {
        StoredRows stored = StoredRows.now();
        Set<String> requests = stored.seenBy(who, "request");
        Set<String> needs = stored.seenBy(who, "need");
        Map<String, Object> expected = new TreeMap<>();
        Map<String, Object> answered = new TreeMap<>();
        for (StoredRows.Row request : stored.of("request")) {
            expected.put(
                    request.toString(),
                    stored.of("need").stream()
                            .filter(need -> request.key().equals(need.of()) && requests.contains(request.key()))
                            .map(StoredRows.Row::key)
                            .filter(needs::contains)
                            .collect(Collectors.toCollection(TreeSet::new)));
            answered.put(request.toString(), ids(ask(who, "/api/v1/needs?limit=200&request=" + request.key())));
        }
        assertAlike(expected, answered);
    }
}
