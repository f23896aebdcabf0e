package org.switchboard.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Brings the codes into the database, so that other tables can refer to them and SQL can join regions. Runs again
 * whenever a file of reference data changes. A code that has left the files stays in the database, as older rows may
 * refer to it.
 *
 * <p>The name is the one Flyway asks for; it is found because this package is one of the configured locations.
 */
public class R__Reference_rows extends BaseJavaMigration {

    private final ReferenceFiles files = new ReferenceFiles();

    @Override
    public Integer getChecksum() {
        return files.checksum();
    }

    @Override
    public void migrate(Context context) throws SQLException {
        ReferenceData data = new ReferenceData(files);
        Connection connection = context.getConnection();
        regions(connection, data);
        states(connection, data);
        themes(connection, data);
        upsert(
                connection,
                "insert into reference_kind (code) values (?) on conflict (code) do nothing",
                data.kinds(Language.EN).stream()
                        .map(kind -> new Object[] {kind.code()})
                        .toList());
        upsert(
                connection,
                """
                insert into reference_stage (code, position) values (?, ?)
                on conflict (code) do update set position = excluded.position
                """,
                data.stages().stream()
                        .map(stage -> new Object[] {stage.code(), stage.position()})
                        .toList());
    }

    private static void regions(Connection connection, ReferenceData data) throws SQLException {
        upsert(
                connection,
                """
                insert into reference_region (code, level, parent) values (?, ?, ?)
                on conflict (code) do update set level = excluded.level, parent = excluded.parent
                """,
                // the widest first: a parent must stand before its children
                data.regions(Language.EN).stream()
                        .sorted(Comparator.comparing(Region::level))
                        .map(region ->
                                new Object[] {region.code(), region.level().code(), region.parent()})
                        .toList());
    }

    private static void states(Connection connection, ReferenceData data) throws SQLException {
        upsert(
                connection,
                """
                insert into reference_state
                  (iso3, m49, status, region, subregion, intermediate, un_group, ldc, lldc, sids)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (iso3) do update set
                  m49 = excluded.m49, status = excluded.status, region = excluded.region,
                  subregion = excluded.subregion, intermediate = excluded.intermediate,
                  un_group = excluded.un_group, ldc = excluded.ldc, lldc = excluded.lldc, sids = excluded.sids
                """,
                data.states(Language.EN).stream().map(R__Reference_rows::row).toList());
    }

    private static Object[] row(State state) {
        UnGroup group = state.group();
        return new Object[] {
            state.iso3(),
            state.m49(),
            state.status().code(),
            state.region(),
            state.subregion(),
            state.intermediate(),
            group == null ? null : group.name(),
            state.ldc(),
            state.lldc(),
            state.sids()
        };
    }

    private static void themes(Connection connection, ReferenceData data) throws SQLException {
        String sql = """
                insert into reference_theme (code, area) values (?, ?)
                on conflict (code) do update set area = excluded.area
                """;
        List<Theme> areas = data.areas(Language.EN);
        upsert(
                connection,
                sql,
                areas.stream()
                        .map(area -> new Object[] {area.code(), area.code()})
                        .toList());
        upsert(
                connection,
                sql,
                areas.stream()
                        .flatMap(area -> data.subareas(area.code(), Language.EN).stream())
                        .map(subarea -> new Object[] {subarea.code(), subarea.areaCode()})
                        .toList());
    }

    private static void upsert(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
