package org.switchboard.access.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** An identity is one account's and an account has one identity, for good, whatever the service would have. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class IdentityConstraintsTest {

    private static final String BIND =
            "insert into account_identity (issuer, subject, account, bound_at) values (?, ?, ?, now())";

    private static String sqlState(String sql, Object... values) {
        Throwable refused = assertThrows(IllegalStateException.class, () -> People.run(sql, values));
        return ((SQLException) refused.getCause()).getSQLState();
    }

    @Test
    void identityIsBoundOnceAndNeverAnew() {
        UUID account = People.account(Assignment.expert());
        UUID other = People.account(Assignment.expert());
        String subject = UUID.randomUUID().toString();
        assertEquals(1, People.run(BIND, "https://identities.example", subject, account));
        assertEquals("23505", sqlState(BIND, "https://identities.example", subject, other));
        assertEquals("23505", sqlState(BIND, "https://identities.example", "another " + subject, account));
        assertEquals("P0001", sqlState("update account_identity set account = ? where account = ?", other, account));
        assertEquals(1, People.run(BIND, "https://other.example", subject, other));
        assertEquals("23514", sqlState(BIND, "", "nobody", People.account()));
    }
}
