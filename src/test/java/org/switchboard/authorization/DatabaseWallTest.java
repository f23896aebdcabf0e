package org.switchboard.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.authorization.Items.Item;
import org.switchboard.authorization.StoredRows.Who;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;
import org.switchboard.testing.Worker;

/** What the database alone shows and lets be done, in plain SQL under the role of the service. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class DatabaseWallTest {

    private static final String NOT_PRIVILEGED = "42501";

    /** Tables without row-level security, and why that is right. */
    private static final Map<String, String> OPEN_TABLES = Map.ofEntries(
            Map.entry("reference_region", "the same for everyone, and not to be changed by the service"),
            Map.entry("reference_state", "likewise"),
            Map.entry("reference_theme", "likewise"),
            Map.entry("reference_kind", "likewise"),
            Map.entry("reference_stage", "likewise"),
            Map.entry("rate", "the same for everyone"),
            Map.entry("policy", "says nothing of any item; the service shows it by role"),
            Map.entry("account", "read before it is known who asks; holds no item"),
            Map.entry("account_role", "likewise"),
            Map.entry("api_token", "likewise; holds fingerprints alone"),
            Map.entry("api_token_role", "likewise"),
            Map.entry("session", "likewise; holds fingerprints alone"),
            Map.entry("second_factor", "likewise; holds sealed secrets"),
            Map.entry("recovery_code", "likewise; holds fingerprints alone"),
            Map.entry("sign_in_attempt", "likewise"),
            Map.entry("account_link", "likewise; holds fingerprints alone"),
            Map.entry("account_identity", "likewise"),
            Map.entry("sub_committee", "likewise"),
            Map.entry("sub_committee_member", "likewise"),
            Map.entry("holiday", "the same for everyone"),
            Map.entry("review_policy", "says nothing of any item; everybody is bound by it"),
            Map.entry("scheduled_tasks", "worked on for nobody in particular; names items, and holds nothing of them"),
            Map.entry("idempotency", "read before it is known who asks; by the caller's name, which is in its key"),
            Map.entry("flyway_schema_history", "the service has no right to it at all"));

    @BeforeEach
    void store() {
        if (!Wide.isStored()) {
            Wide.store();
        }
    }

    @AfterAll
    static void leaveNothingThatPlansHold() {
        StoredProposal.forget();
    }

    static List<Who> readers() {
        return StoredRows.READERS;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyTableShowsAReaderItsRowsAndNoOther(Who who) throws SQLException {
        StoredRows all = StoredRows.now();
        List<String> differences = new ArrayList<>();
        try (Connection connection = as(who)) {
            Map<String, Set<String>> expected = new TreeMap<>();
            Map<String, Set<String>> shown = new TreeMap<>();
            for (Map.Entry<String, String> table : StoredRows.KEYS.entrySet()) {
                expected.put(table.getKey(), all.seenBy(who, table.getKey()));
                shown.put(table.getKey(), keys(connection, "select " + table.getValue() + " from " + table.getKey()));
            }
            for (String table : expected.keySet()) {
                Set<String> foreign = new TreeSet<>(shown.get(table));
                foreign.removeAll(expected.get(table));
                Set<String> missing = new TreeSet<>(expected.get(table));
                missing.removeAll(shown.get(table));
                differences.addAll(
                        foreign.isEmpty() ? List.of() : List.of(table + " shows foreign rows: " + foreign.size()));
                differences.addAll(missing.isEmpty() ? List.of() : List.of(table + " hides rows: " + missing.size()));
            }
        }
        assertEquals(List.of(), differences);
    }

    /** Else the comparison above would compare nothing with nothing. */
    @Test
    void everyTableHasRowsThatSomeSeeAndOthersDoNot() throws SQLException {
        StoredRows all = StoredRows.now();
        for (String table : StoredRows.KEYS.keySet()) {
            Set<Integer> counts = new TreeSet<>();
            readers().forEach(who -> counts.add(all.seenBy(who, table).size()));
            if (StoredRows.FOR_NOBODY.contains(table)) {
                assertEquals(Set.of(0), counts, table);
                assertFalse(all.of(table).isEmpty(), table);
                continue;
            }
            assertTrue(counts.size() > 1, table);
            if (StoredRows.PERSONAL.contains(table)) {
                continue;
            }
            // all of it is for the experts, but for the record of access, which is for whoever keeps the accounts
            Who who = readers().get(table.equals("access_record") ? 2 : 9);
            Set<String> seen = all.seenBy(who, table);
            assertEquals(
                    List.of(),
                    all.of(table).stream()
                            .filter(row -> !seen.contains(row.key()))
                            .toList(),
                    table);
        }
    }

    /** What was said for one transaction holds in no other. */
    @Test
    void identityEndsWithItsTransaction() throws SQLException {
        try (Connection connection = as(readers().get(9))) {
            assertFalse(keys(connection, "select id from need").isEmpty());
            connection.commit();
            for (Map.Entry<String, String> table : StoredRows.KEYS.entrySet()) {
                assertEquals(
                        Set.of(),
                        keys(connection, "select " + table.getValue() + " from " + table.getKey()),
                        table.getKey());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void nobodyChangesWhatIsAnothers(Who who) throws SQLException {
        StoredRows all = StoredRows.now();
        for (String table : List.of("request", "need", "provider", "offer")) {
            for (StoredRows.Row row : all.of(table)) {
                boolean may = who.level() == 4 || who.owns(row);
                try (Connection connection = as(who);
                        Statement statement = connection.createStatement()) {
                    String where = " where id = '" + row.key() + "'";
                    assertEquals(
                            may ? 1 : 0,
                            statement.executeUpdate("update " + table + " set version = version" + where),
                            () -> who + " changes " + table + " " + row);
                    assertEquals(
                            0,
                            statement.executeUpdate("delete from " + table + where),
                            () -> who + " deletes " + table + " " + row);
                }
            }
        }
        try (Connection connection = as(who);
                Statement statement = connection.createStatement()) {
            assertEquals(
                    all.seenBy(who, "proposal").size(),
                    statement.executeUpdate("update proposal set version = version"),
                    who + " acts on what is put to it");
            assertEquals(0, statement.executeUpdate("delete from proposal where put_forward_by <> 'nobody'"));
        }
        for (String table : List.of(
                "run",
                "run_snapshot",
                "run_certificate",
                "run_checkpoint",
                "run_event",
                "run_adjustment",
                "run_extra_offer",
                "plan_row")) {
            String key = table.equals("run") ? "id" : "run_id";
            try (Connection connection = as(who);
                    Statement statement = connection.createStatement()) {
                int changed = statement.executeUpdate("update " + table + " set " + key + " = " + key);
                int deleted = statement.executeUpdate("delete from " + table + " where true");
                assertEquals(who.level() == 4 ? all.of(table).size() : 0, changed, table);
                assertEquals(who.level() == 4 ? all.of(table).size() : 0, deleted, table);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void nobodyChangesWhatAnotherIsToldNorTakesItAway(Who who) throws SQLException {
        StoredRows all = StoredRows.now();
        try (Connection connection = as(who);
                Statement statement = connection.createStatement()) {
            assertEquals(
                    all.seenBy(who, "notice").size(), statement.executeUpdate("update notice set read_at = now()"));
            assertEquals(0, statement.executeUpdate("delete from notice where true"));
            assertEquals(
                    all.seenBy(who, "notice_preferences").size(),
                    statement.executeUpdate("update notice_preferences set needs = 'NONE'"));
            for (String table : StoredRows.FOR_NOBODY) {
                assertEquals(0, statement.executeUpdate("delete from " + table + " where true"), table);
            }
        }
        for (UUID account : StoredRows.ACCOUNTS) {
            try (Connection connection = as(who);
                    Statement statement = connection.createStatement()) {
                assertThrows(
                        SQLException.class,
                        () -> statement.executeUpdate("insert into notice (id, account, addressees, change, kind, item,"
                                + " item_id, words, at, mail, daily, mail_tries) select gen_random_uuid(), '" + account
                                + "', '{public}', min(id), 'x', 'need', gen_random_uuid(), '{}', now(), 'NONE', false, 0"
                                + " from change"));
            }
        }
        String own = "insert into notice_preferences (account, version, answers, needs, proposals, deliveries)"
                + " values ('" + StoredRows.ACCOUNTS.get(2) + "', 1, 'DAILY', 'NONE', 'NONE', 'NONE')";
        try (Connection connection = as(who);
                Statement statement = connection.createStatement()) {
            if (who.hasKeyAmong("account:" + StoredRows.ACCOUNTS.get(2))) {
                assertEquals(1, statement.executeUpdate(own));
            } else {
                assertEquals(
                        NOT_PRIVILEGED,
                        assertThrows(SQLException.class, () -> statement.executeUpdate(own))
                                .getSQLState());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void nobodyAddsForAnother(Who who) throws SQLException {
        copied(who, "request", "KEN".equals(who.state()) || who.level() == 4, "state = 'KEN'");
        copied(who, "need", "KEN".equals(who.state()) || who.level() == 4, "state = 'KEN'");
        copied(who, "request", who.level() == 4, "state = 'SEN'");
        copied(who, "need", who.level() == 4, "state = 'SEN'");
        copied(who, "offer", "AUTH-OWN".equals(who.provider()) || who.level() == 4, "provider = 'AUTH-OWN'");
        copied(who, "offer", who.level() == 4, "provider = 'AUTH-THIRD'");
        copied(who, "provider", who.level() == 4, "code = 'AUTH-OWN'");
        copied(who, "run", who.level() == 4, "true");
        copied(who, "due_diligence_finding", who.level() == 4, "true");
        copied(who, "putting_forward", who.level() == 4, "true");
        copied(who, "circulation", who.level() == 4, "status = 'WITHDRAWN'");
        copied(who, "edition", who.level() == 4, "status = 'WITHDRAWN'");
    }

    /** Inserts a row like a stored one, under another id and reference. */
    private static void copied(Who who, String table, boolean may, String like) throws SQLException {
        String json;
        try (Connection connection = Worker.connection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select to_jsonb(t) from " + table + " t where " + like + " limit 1")) {
            assertTrue(row.next(), table + " " + like);
            json = row.getString(1);
        }
        String name = "C" + UUID.randomUUID().toString().substring(0, 8);
        String changed = table.equals("provider")
                ? "{\"id\": \"%s\", \"code\": \"%s\", \"owner\": \"provider:%<s\"}".formatted(UUID.randomUUID(), name)
                : Set.of("run", "due_diligence_finding", "putting_forward", "circulation", "edition")
                                .contains(table)
                        ? "{\"id\": \"%s\"}".formatted(UUID.randomUUID())
                        : "{\"id\": \"%s\", \"reference\": \"%s\"}".formatted(UUID.randomUUID(), name);
        try (Connection connection = as(who);
                PreparedStatement insert = connection.prepareStatement("insert into " + table
                        + " select * from jsonb_populate_record(null::" + table + ", ?::jsonb || ?::jsonb)")) {
            insert.setString(1, json);
            insert.setString(2, changed);
            if (may) {
                assertEquals(1, insert.executeUpdate());
            } else {
                assertEquals(
                        NOT_PRIVILEGED,
                        assertThrows(SQLException.class, insert::executeUpdate, who + " adds to " + table)
                                .getSQLState());
            }
        }
    }

    @Test
    void nobodyGivesAnItemAwayOrTakesOne() throws SQLException {
        Item need = Items.need(Asker.States.OWN, "PUBLIC", "OPEN");
        try (Connection connection = as(readers().get(3));
                Statement statement = connection.createStatement()) {
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("update need set owner = 'state:PER', state = 'PER', request_id ="
                            + " (select id from request where state = 'PER' limit 1) where id = '" + need.id() + "'"));
        }
    }

    /** Whatever it is told of a reader, and also while it works for nobody in particular. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void serviceCannotRewriteTheRecordNorPassTheWall(boolean asWorker) throws SQLException {
        String owner = ConfigProvider.getConfig().getValue("quarkus.flyway.username", String.class);
        for (String act : List.of(
                "update change set why = 'other'",
                "delete from change",
                "truncate change",
                "truncate need cascade",
                "alter table change disable trigger all",
                "alter table need disable row level security",
                "alter table need no force row level security",
                "alter table need add column more text",
                "drop table plan_row",
                "drop policy need_seen on need",
                "alter policy need_seen on need using (true)",
                "create policy more on need using (true)",
                "create or replace function reader_is_expert() returns boolean language sql as 'select true'",
                "drop function reader_keys() cascade",
                "insert into reference_state select * from reference_state",
                "update reference_state set iso3 = iso3",
                "delete from reference_theme",
                "select * from flyway_schema_history",
                "set role \"" + owner + "\"",
                "set session_replication_role = replica",
                "set row_security = off; select id from need",
                "create table public.more (id int)",
                "grant \"" + owner + "\" to current_user",
                "alter role current_user superuser",
                "alter role current_user bypassrls",
                "copy need to program 'cat'")) {
            try (Connection connection =
                            asWorker ? Worker.connection() : as(readers().get(9));
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                if (asWorker && act.startsWith("set row_security")) {
                    continue;
                }
                assertThrows(SQLException.class, () -> statement.execute(act), act);
            }
        }
    }

    @Test
    void serviceOwnsNothingAndStandsAboveNoRule() throws SQLException {
        String service = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        String worker = ConfigProvider.getConfig().getValue("switchboard.database.worker-role", String.class);
        String owner = ConfigProvider.getConfig().getValue("quarkus.flyway.username", String.class);
        try (Connection connection = Worker.plainConnection()) {
            connection.setAutoCommit(false);
            assertEquals(Set.of(service, worker), keys(connection, """
                            select rolname from pg_roles where rolname in ('%s', '%s')
                            and not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb and not rolreplication
                            """.formatted(service, worker)));
            assertEquals(Set.of(), keys(connection, """
                            select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                            where c.relnamespace = 'public'::regnamespace and (r.rolname in ('%1$s', '%2$s')
                                or pg_has_role('%1$s', r.oid, 'MEMBER') or pg_has_role('%2$s', r.oid, 'MEMBER'))
                            """.formatted(service, worker)));
            assertEquals(
                    Set.of(worker),
                    keys(connection, """
                            select rolname from pg_roles where rolname <> '%1$s' and pg_has_role('%1$s', oid, 'MEMBER')
                            """.formatted(service)),
                    "the service can become the worker and nobody else");
            assertFalse(owner.equals(service));
        }
    }

    /** One that is added later and has neither policies nor a word here fails. */
    @Test
    void everyTableIsUnderForcedRowLevelSecurityOrSaysWhyNot() throws SQLException {
        try (Connection connection = Worker.plainConnection()) {
            connection.setAutoCommit(false);
            Set<String> tables = keys(
                    connection,
                    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')");
            Set<String> forced = keys(connection, """
                    select relname from pg_class where relnamespace = 'public'::regnamespace
                    and relrowsecurity and relforcerowsecurity
                    """);
            tables.removeAll(OPEN_TABLES.keySet());
            assertEquals(tables, forced, "give it policies, or a reason in OPEN_TABLES");
            assertEquals(new TreeSet<>(StoredRows.KEYS.keySet()), forced, "and say in StoredRows who sees its rows");
            Set<String> owned = keys(
                    connection,
                    "select table_name from information_schema.columns where table_schema = 'public'"
                            + " and (column_name in ('owner', 'run_id') or column_name = 'audience')");
            owned.removeAll(forced);
            assertEquals(Set.of(), owned, "what has an owner or belongs to a run is never without");
        }
    }

    @Test
    void noViewOrFunctionOfTheOwnerOpensTheTables() throws SQLException {
        try (Connection connection = Worker.plainConnection()) {
            connection.setAutoCommit(false);
            assertEquals(Set.of(), keys(connection, """
                            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
                            union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
                            """));
        }
    }

    /** A transaction of the service's role, for this reader; it is not kept. */
    private static Connection as(Who who) throws SQLException {
        Connection connection = Worker.plainConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement tell = connection.prepareStatement("select set_config('switchboard.keys', ?, true)")) {
            tell.setString(1, who.keys());
            tell.execute();
        }
        return connection;
    }

    private static Set<String> keys(Connection connection, String query) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Items of each owner, audience and state of draft, with their records, and a run with all that belongs to one. */
    static final class Wide {

        private Wide() {}

        /** In the database at hand, which other tests of this kind may have. */
        static boolean isStored() {
            return Items.run("update provider set version = version where code = 'AUTH-WIDE'"
                            + " and exists (select 1 from year_answer)")
                    > 0;
        }

        static void store() {
            Items.provider("AUTH-WIDE", "COMMITTEE");
            Items.providers();
            Items.provider("AUTH-CONFIDENTIAL", "COMMITTEE");
            Items.provider("AUTH-PARTICIPANTS", "PARTICIPANTS");
            List<Item> needs = new ArrayList<>();
            List<Item> offers = new ArrayList<>();
            for (String audience : List.of("COMMITTEE", "PARTICIPANTS", "PUBLIC")) {
                for (String state : List.of(Asker.States.OWN, Asker.States.OTHER, Asker.States.THIRD)) {
                    recorded("request", Items.request(state, audience));
                    for (String status : List.of("DRAFT", "RETURNED", "OPEN", "MATCHED")) {
                        needs.add(recorded("need", Items.need(state, audience, status)));
                        needs.add(recorded("need", Items.need(state, audience, status, Asker.Codes.OWN, "AUTH-X")));
                    }
                }
                for (String provider : List.of(Asker.Codes.OWN, Asker.Codes.OTHER, Asker.Codes.THIRD)) {
                    for (String status : List.of("DRAFT", "ACTIVE", "EXHAUSTED")) {
                        offers.add(recorded("offer", Items.offer(provider, audience, status)));
                    }
                }
            }
            run(needs.get(needs.size() - 1), offers.get(offers.size() - 1));
            Items.run(
                    "insert into access_record (id, at, who, act, item, items, owners)"
                            + " values (gen_random_uuid(), now(), 'test', 'READ', 'need', array[?], array[?])",
                    UUID.fromString(needs.get(0).id()),
                    "state:" + Asker.States.OWN);
            notices();
            proposals(needs, offers);
            Items.circulation("KEN", "WITHDRAWN");
            Items.edition("WITHDRAWN");
            Items.edition("DISTRIBUTED");
            Items.edition("PREPARED");
            Items.run(
                    "insert into due_diligence_finding (id, need_id, provider, cleared, finding, found_by, found_at)"
                            + " values (gen_random_uuid(), ?, ?, true, 'nothing', 'test', now())",
                    UUID.fromString(needs.get(0).id()),
                    Asker.Codes.OWN);
        }

        /** Each person is told as the State's, as an expert, and of what is for somebody else. */
        private static void notices() {
            for (UUID account : StoredRows.ACCOUNTS) {
                Items.run(
                        "insert into account (id, version, email, name, language, status, sample, created_at)"
                                + " values (?, 0, ?, 'Someone', 'en', 'ACTIVE', false, now()) on conflict do nothing",
                        account,
                        account + "@people.example");
                for (String addressee : List.of("state:KEN", "executive-directorate", "state:PER state:KEN")) {
                    Items.run(
                            "insert into notice (id, change, kind, item, item_id, words, at, account, addressees, mail, daily,"
                                    + " mail_tries) select gen_random_uuid(), id, 'NEED_OPENED', item, item_id, '{}', now(), ?,"
                                    + " string_to_array(?, ' '), 'NONE', false, 0 from change c where not exists (select 1 from"
                                    + " notice n where n.change = c.id and n.account = ?) limit 1",
                            account,
                            addressee,
                            account);
                }
                Items.run(
                        "insert into notice_stop (sha256, account, mail_groups, created_at)"
                                + " values (sha256(?::text::bytea), ?, '{NEEDS}', now())",
                        account.toString(),
                        account);
            }
            Items.run(
                    "insert into notice_preferences (account, version, answers, needs, proposals, deliveries)"
                            + " values (?, 1, 'DAILY', 'DAILY', 'DAILY', 'DAILY')",
                    StoredRows.ACCOUNTS.get(0));
            Items.run("insert into outbox (id, change, kind, item, item_id, addressees, words, at, told_at)"
                    + " select gen_random_uuid(), max(id), 'NEED_OPENED', 'need', gen_random_uuid(), '{state:KEN}', '{}',"
                    + " now(), now() from change");
        }

        /** In every state of who has been asked. */
        private static void proposals(List<Item> needs, List<Item> offers) {
            List<String> statuses =
                    List.of("BEFORE_COMMITTEE", "OBJECTED", "AWAITS_RECIPIENT", "CONFIRMED", "DECLINED");
            for (int i = 0; i < needs.size(); i++) {
                UUID proposal = StoredProposal.of(
                        UUID.fromString(needs.get(i).id()),
                        UUID.fromString(offers.get(i % offers.size()).id()),
                        1,
                        statuses.get(i % statuses.size()));
                record("proposal", proposal.toString());
                act(proposal, "state:KEN");
                act(proposal, "provider:" + Asker.Codes.OWN);
                act(proposal, "member:NOR");
                delivery(proposal);
            }
        }

        private static void delivery(UUID proposal) {
            Items.run(
                    "insert into milestone (proposal_id, place, title, due_on) values (?, 0, 'Course', now())",
                    proposal);
            Items.run(
                    "insert into payment (id, proposal_id, kind, usd, on_day, note, who, at)"
                            + " values (gen_random_uuid(), ?, 'PAID', 1, now(), '', 'test', now())",
                    proposal);
            Items.run(
                    "insert into delivery_report (id, proposal_id, party, words, finished, who, at)"
                            + " values (gen_random_uuid(), ?, 'PROVIDER', 'Held', true, 'test', now())",
                    proposal);
            Items.run(
                    "insert into feedback (proposal_id, party, owner, rating, words, who, at)"
                            + " select id, 'RECIPIENT', recipient, 1, '', 'test', now() from proposal where id = ?",
                    proposal);
            Items.run(
                    "insert into year_answer (proposal_id, owner, in_use, words, who, at)"
                            + " select id, recipient, true, 'In use', 'test', now() from proposal where id = ?",
                    proposal);
        }

        private static void act(UUID proposal, String owner) {
            Items.run(
                    "insert into proposal_act (proposal_id, at, who, owner, act, words)"
                            + " values (?, now(), 'test', ?, 'LET_PASS', '')",
                    proposal,
                    owner);
        }

        private static Item recorded(String kind, Item item) {
            record(kind, item.id());
            return item;
        }

        private static void record(String kind, String id) {
            Items.run(
                    "insert into change (id, item, item_id, who, at, why, content)"
                            + " values (nextval('change_id'), ?, ?, 'test', now(), 'created', '{}')",
                    kind,
                    UUID.fromString(id));
        }

        private static void run(Item need, Item offer) {
            UUID run = UUID.randomUUID();
            Items.run(
                    "insert into run (id, version, status, policy, seed, limit_seconds, cancel_requested, created_by,"
                            + " created_at, finished_at, sample, owner, what_if, what_if_name) select ?, 0, 'CANCELLED',"
                            + " max(version), 1, 1, true, 'test', now(), now(), false, 'executive-directorate', true,"
                            + " 'supposed' from policy",
                    run);
            record("run", run.toString());
            Items.run(
                    "insert into putting_forward (id, run_id, put_forward_by, put_forward_at, reason)"
                            + " values (gen_random_uuid(), ?, 'test', now(), 'for this test')",
                    run);
            Items.run(
                    "insert into run_snapshot (run_id, problem, need_ids, offer_ids, needs_without_candidates)"
                            + " values (?, '', '{}', '{}', '{}')",
                    run);
            Items.run("insert into run_certificate (run_id, file) values (?, '')", run);
            Items.run(
                    "insert into run_checkpoint (run_id, attempt, needs, offers, parts, usd, fit, level1, level2, bound,"
                            + " steps, elapsed_millis) values (?, 1, '{}', '{}', '{}', '{}', '{}', 1, 1, 1, 1, 1)",
                    run);
            Items.run(
                    "insert into run_event (run_id, number, kind, at, status, attempt, why)"
                            + " values (?, 1, 'QUEUED', now(), 'QUEUED', 0, 'queued')",
                    run);
            Items.run(
                    "insert into run_adjustment (run_id, place, kind, need_id) values (?, 0, 'LEFT_ALONE', ?)",
                    run,
                    UUID.fromString(need.id()));
            Items.run(
                    "insert into run_extra_offer (run_id, place, offer_id, provider, content, budget_usd, floor_usd,"
                            + " ceiling_usd, per_state_cap_usd) values (?, 0, gen_random_uuid(), ?, '{}', 1, 0, 1, 1)",
                    run,
                    Asker.Codes.OWN);
            Items.run(
                    "insert into plan_row (run_id, need_id, offer_id, parts, usd, fit) values (?, ?, ?, 1, 1, 1)",
                    run,
                    UUID.fromString(need.id()),
                    UUID.fromString(offer.id()));
        }
    }
}
