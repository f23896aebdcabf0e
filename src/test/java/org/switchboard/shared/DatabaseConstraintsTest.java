package org.switchboard.shared;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.id;
import static org.switchboard.testing.Api.newNeed;
import static org.switchboard.testing.Api.newOffer;
import static org.switchboard.testing.Api.newRequest;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.Worker;

/** The database is the last to be wrong: it refuses by itself what the rules refuse before it. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DatabaseConstraintsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status = 'LOST'
            status = null
            tranches = 3
            cost_amount = 0
            cost_amount = -1
            cost_usd = 0
            ends_on = starts_on - 1
            theme = 'NOTHING'
            kind = 'MAGIC'
            stage = 'D'
            state = 'UGA'
            state = 'ZZZ'
            owner = 'state:UGA'
            owner = 'provider:KEN'
            audience = 'ALL'
            priority = 'URGENT'
            verified_priority = 'URGENT'
            matching = 'NONE'
            languages = '{}'
            title = ''
            reference = ''
            national_rank = 0
            request_id = gen_random_uuid()
            cost_currency = 'usd'
            rate_date = '2026-01-01'
            cost_currency = 'EUR'
            """)
    void badNeedIsRefused(String change) {
        refuses("23", "update need set " + change + " where id = '" + id(newNeed("KEN")) + "'");
    }

    @Test
    void needStandsInARequestOfItsOwnState() {
        String foreign = id(newRequest("UGA"));
        refuses("23", "update need set request_id = '" + foreign + "' where id = '" + id(newNeed("KEN")) + "'");
        String own = id(newRequest("KEN"));
        assertDoesNotThrow(
                () -> run("update need set request_id = '" + own + "' where id = '" + id(newNeed("KEN")) + "'"));
    }

    @Test
    void requestWithNeedsStays() {
        String need = id(newNeed("KEN"));
        refuses("23", "delete from request where id = (select request_id from need where id = '" + need + "')");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status = 'LOST'
            themes = array['FIN', 'NOTHING']
            kinds = array['MAGIC']
            stages = array['D']
            regions = array['999']
            states = array['ZZZ']
            excluded_states = array['KEN', 'ZZZ']
            budget_amount = 0
            budget_usd = 0
            floor_usd = -1
            floor_usd = ceiling_usd + 1
            ceiling_usd = 0
            per_state_cap_usd = 0
            max_needs = 0
            languages = '{}'
            ends_on = starts_on - 1
            owner = 'provider:OTHER'
            provider = 'NOBODY'
            audience = 'ALL'
            standing = 'SITTING'
            funding = 'GIFT'
            programme = 'OLD'
            currency = 'EUR'
            rate_date = '2026-01-01'
            title = ''
            """)
    void badOfferIsRefused(String change) {
        refuses("23", "update offer set " + change + " where id = '" + id(newOffer()) + "'");
    }

    @Test
    void badProviderAndRateAreRefused() {
        newOffer();
        refuses("23", "update provider set code = 'no spaces', owner = 'provider:no spaces'");
        refuses("23", "update provider set type = 'PERSON'");
        refuses("23", "insert into rate values (gen_random_uuid(), 'EUR', '1950-01-01', 0, 'x')");
        refuses("23", "insert into rate values (gen_random_uuid(), 'USD', '1950-01-01', 1, 'x')");
        refuses("23", "insert into rate values (gen_random_uuid(), 'euro', '1950-01-01', 1, 'x')");
    }

    @Test
    void recordOfChangesIsFinal() {
        String need = id(newNeed("KEN"));
        String where = " where item_id = '" + need + "'";
        for (String statement : new String[] {
            "update change set who = 'nobody'" + where, "delete from change" + where, "truncate change cascade"
        }) {
            refuses("42501", statement);
            SQLException refusal = assertThrows(SQLException.class, () -> runAsOwner(statement), statement);
            assertTrue(refusal.getMessage().contains("never altered"), refusal.getMessage());
        }
        refuses(
                "23",
                "insert into change (id, item, item_id, who, at, why, content) values (-1, 'need', '" + need
                        + "', '', now(), 'x', '{}')");
    }

    /** Who owns the tables may hide no row from a statement of its own, unless the table says so. */
    private static void runAsOwner(String statement) throws SQLException {
        try (Connection connection = Worker.owner();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("alter table change no force row level security");
            sql.execute(statement);
        }
    }

    private SQLException refuses(String state, String statement) {
        SQLException refusal = assertThrows(SQLException.class, () -> run(statement), statement);
        assertEquals(state, refusal.getSQLState().substring(0, state.length()), refusal.getMessage());
        return refusal;
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = Worker.connection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
