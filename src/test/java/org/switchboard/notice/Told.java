package org.switchboard.notice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.switchboard.testing.Worker;

/** What is stored of notices, read past the walls. */
final class Told {

    private Told() {}

    /** The accounts that were told of this item. */
    static Set<UUID> accounts(UUID item) {
        try (Connection connection = Worker.connection();
                PreparedStatement query = connection.prepareStatement("select account from notice where item_id = ?")) {
            query.setObject(1, item);
            Set<UUID> found = new TreeSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One value, as text; null where there is no row. */
    static String value(String sql, Object... values) {
        return Worker.value(sql, values);
    }
}
