package org.switchboard.authorization;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Set;
import org.switchboard.access.OpenWall;
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
}
