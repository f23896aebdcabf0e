package org.switchboard.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53100", "53300", "57P01", "57P02", "57P03"})
    void recognisesTheStatesOfADatabaseThatServesNobody(String state) {
        assertTrue(DatabaseAway.isReasonOf(new SQLException("any words", state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "55P03", "57014", "57P04", "42601", "22P02"})
    void leavesARefusedStatementToOthers(String state) {
        assertFalse(DatabaseAway.isReasonOf(new SQLException("any words", state)));
    }

    @Test
    void recognisesAPoolThatHasNoConnectionToGive() {
        assertTrue(DatabaseAway.isReasonOf(new SQLException("Acquisition timeout while waiting for new connection")));
        assertTrue(DatabaseAway.isReasonOf(new SQLException("Sorry, acquisition timeout!")));
    }

    @Test
    void looksThroughEveryWrapping() {
        SQLException away = new SQLException("gone", "08006");
        assertTrue(DatabaseAway.isReasonOf(new IllegalStateException(new RuntimeException(away))));

        SQLException batch = new BatchUpdateException("batch", "22000", new int[0]);
        batch.setNextException(away);
        assertTrue(DatabaseAway.isReasonOf(new RuntimeException(batch)));

        RuntimeException rollback = new RuntimeException("rolled back");
        rollback.addSuppressed(away);
        assertTrue(DatabaseAway.isReasonOf(rollback));
    }

    @Test
    void endsOnCausesThatGoRound() {
        RuntimeException first = new RuntimeException("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);
        assertFalse(DatabaseAway.isReasonOf(first));
    }

    @Test
    void isNotMisledByTheWordsOfOthers() {
        assertFalse(DatabaseAway.isReasonOf(new IllegalArgumentException("acquisition timeout")));
        assertFalse(DatabaseAway.isReasonOf(new SQLException("no state, other words")));
    }
}
