package org.switchboard.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to the embedded server as its superuser; every wait is bounded, since the server may be frozen. */
record Connector(Password password) {

    static final String HOST = "127.0.0.1";
    static final String SUPERUSER = "postgres";

    private static final int CONNECT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 10;

    Connection open(int port) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser(SUPERUSER);
        source.setPassword(password.value());
        source.setConnectTimeout(CONNECT_SECONDS);
        // a machine under load takes its time to check a password
        source.setLoginTimeout(ANSWER_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setApplicationName("switchboard-start");
        return source.getConnection();
    }
}
