package org.switchboard.authorization;

import java.sql.Connection;
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
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.switchboard.testing.Worker;

/**
 * All rows that are stored, and who may see which: written once more, in other words than those of the service and of the
 * database, from the rules about people and audiences.
 */
final class StoredRows {

    /**
     * What a reader is, as far as it matters for what it sees.
     *
     * @param keys what the database is told of it
     * @param level 0 for nobody at all, 1 for the public, 2 for participants, 3 for the Committee, 4 for experts
     */
    record Who(
            String name,
            String keys,
            int level,
            @Nullable String state,
            @Nullable String provider) {

        boolean keepsAccounts() {
            return hasKeyAmong("administrator");
        }

        boolean hasKeyAmong(String words) {
            return java.util.Arrays.stream(words.split(" "))
                    .anyMatch(
                            word -> !word.isEmpty() && List.of(keys.split(" ")).contains(word));
        }

        boolean owns(Row row) {
            return row.owner() != null
                    && (row.owner().equals("state:" + state) || row.owner().equals("provider:" + provider));
        }
    }

    /** Of the own focal point, of one who speaks for the same State, and of an expert. */
    static final List<UUID> ACCOUNTS = List.of(
            UUID.fromString("00000000-0000-0000-0000-0000000000a1"),
            UUID.fromString("00000000-0000-0000-0000-0000000000a2"),
            UUID.fromString("00000000-0000-0000-0000-0000000000a3"));

    static final List<Who> READERS = List.of(
            new Who("nobody", "", 0, null, null),
            new Who("public", "public", 1, null, null),
            new Who("administrator", "administrator public", 1, null, null),
            new Who("own focal point", "account:" + ACCOUNTS.get(0) + " participants public state:KEN", 2, "KEN", null),
            new Who("other focal point", "participants public state:PER", 2, "PER", null),
            new Who("own provider", "participants provider:AUTH-OWN public", 2, null, "AUTH-OWN"),
            new Who("other provider", "participants provider:AUTH-OTHER public", 2, null, "AUTH-OTHER"),
            new Who(
                    "focal point and provider",
                    "account:" + ACCOUNTS.get(1) + " participants provider:AUTH-OTHER public state:KEN",
                    2,
                    "KEN",
                    "AUTH-OTHER"),
            new Who("committee", "committee participants public", 3, null, null),
            new Who(
                    "expert",
                    "account:" + ACCOUNTS.get(2) + " committee executive-directorate participants public",
                    4,
                    null,
                    null));

    /**
     * A row, by what decides about it.
     *
     * @param key its primary key as text
     * @param of what it belongs to: the request of a need, the item of an entry in the record of changes, the owners of one in
     *     that of access, the addressees of a notice
     */
    record Row(
            String key,
            @Nullable String owner,
            @Nullable String audience,
            @Nullable String status,
            Set<String> releasedTo,
            @Nullable String of) {}

    /** The tables under row-level security, and the columns by which each row is known. */
    static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("request", "id::text"),
            Map.entry("need", "id::text"),
            Map.entry("provider", "id::text"),
            Map.entry("offer", "id::text"),
            Map.entry("run", "id::text"),
            Map.entry("run_snapshot", "run_id::text"),
            Map.entry("run_certificate", "run_id::text"),
            Map.entry("run_checkpoint", "run_id::text"),
            Map.entry("run_event", "run_id || '/' || number"),
            Map.entry("run_adjustment", "run_id || '/' || place"),
            Map.entry("run_extra_offer", "run_id || '/' || place"),
            Map.entry("proposal", "id::text"),
            Map.entry("proposal_act", "proposal_id || '/' || id"),
            Map.entry("milestone", "proposal_id || '/' || place"),
            Map.entry("payment", "id::text"),
            Map.entry("delivery_report", "id::text"),
            Map.entry("feedback", "proposal_id || '/' || party"),
            Map.entry("year_answer", "proposal_id::text"),
            Map.entry("putting_forward", "id::text"),
            Map.entry("circulation", "id::text"),
            Map.entry("match", "proposal_id::text"),
            Map.entry("edition", "id::text"),
            Map.entry("edition_text", "edition_id || '/' || audience"),
            Map.entry("due_diligence_finding", "id::text"),
            Map.entry("plan_row", "run_id || '/' || need_id || '/' || offer_id"),
            Map.entry("change", "id::text"),
            Map.entry("access_record", "id::text"),
            Map.entry("outbox", "id::text"),
            Map.entry("notice", "id::text"),
            Map.entry("notice_preferences", "account::text"),
            Map.entry("notice_stop", "encode(sha256, 'hex')"));

    /** What only the service at work reads. */
    static final Set<String> FOR_NOBODY = Set.of("outbox", "notice_stop");

    /** What belongs to one person. */
    static final Set<String> PERSONAL = Set.of("notice", "notice_preferences");

    private static final Set<String> ITEMS = Set.of("request", "need", "provider", "offer");

    private final Map<String, List<Row>> rows = new TreeMap<>();

    static StoredRows now() throws SQLException {
        StoredRows stored = new StoredRows();
        try (Connection connection = Worker.connection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : KEYS.entrySet()) {
                stored.rows.put(table.getKey(), read(statement, table.getKey(), table.getValue()));
            }
        }
        return stored;
    }

    private static List<Row> read(Statement statement, String table, String key) throws SQLException {
        boolean item = ITEMS.contains(table) || table.equals("edition");
        String columns = (item
                        ? "owner, audience"
                        : table.equals("edition_text")
                                ? "null, audience"
                                : PERSONAL.contains(table) ? "owner, null" : "null, null")
                + (table.equals("need") || table.equals("offer") ? ", status" : ", null")
                + (table.equals("need") ? ", array_to_string(released_to, ' ')" : ", ''")
                + switch (table) {
                    case "change" -> ", item || ' ' || item_id";
                    case "need" -> ", request_id::text";
                    case "proposal" ->
                        ", case when shown_to_recipient then recipient else '' end || ' '"
                                + " || case when shown_to_provider then giver else '' end";
                    case "proposal_act", "feedback", "year_answer" -> ", owner";
                    case "milestone", "payment", "delivery_report" -> ", proposal_id::text";
                    case "match" -> ", need_id || ' ' || offer_id";
                    case "edition_text" -> ", edition_id::text";
                    case "access_record" -> ", array_to_string(owners, ' ')";
                    case "notice" -> ", array_to_string(addressees, ' ')";
                    default -> ", null";
                };
        List<Row> found = new ArrayList<>();
        try (ResultSet answer = statement.executeQuery("select " + key + ", " + columns + " from " + table)) {
            while (answer.next()) {
                found.add(new Row(
                        answer.getString(1),
                        answer.getString(2),
                        answer.getString(3),
                        answer.getString(4),
                        Set.of(answer.getString(5).split(" ")),
                        answer.getString(6)));
            }
        }
        return found;
    }

    List<Row> of(String table) {
        return rows.getOrDefault(table, List.of());
    }

    /** The keys of the rows of a table that this reader may see. */
    Set<String> seenBy(Who who, String table) {
        BiPredicate<Who, Row> rule = rule(table);
        Set<String> seen = new TreeSet<>();
        of(table).stream().filter(row -> rule.test(who, row)).forEach(row -> seen.add(row.key()));
        return seen;
    }

    private BiPredicate<Who, Row> rule(String table) {
        return switch (table) {
            case "request", "provider", "edition" -> (who, row) -> who.owns(row) || inAudience(who, row);
            case "need" ->
                (who, row) -> who.owns(row)
                        || who.level() == 4
                        || !"DRAFT".equals(row.status()) && (inAudience(who, row) || isReleasedTo(who, row));
            case "offer" ->
                (who, row) ->
                        who.owns(row) || who.level() == 4 || !"DRAFT".equals(row.status()) && inAudience(who, row);
            case "proposal", "proposal_act", "feedback", "year_answer" ->
                (who, row) -> who.level() >= 3 || who.hasKeyAmong(String.valueOf(row.of()));
            case "milestone", "payment", "delivery_report" ->
                (who, row) -> seenBy(who, "proposal").contains(String.valueOf(row.of()));
            case "match" -> this::seesMatch;
            case "edition_text" ->
                (who, row) -> inAudience(who, row) && seenBy(who, "edition").contains(String.valueOf(row.of()));
            case "due_diligence_finding", "circulation" -> (who, row) -> who.level() >= 3;
            case "change" -> this::mayFollow;
            case "access_record" -> (who, row) -> who.keepsAccounts() || who.hasKeyAmong(String.valueOf(row.of()));
            case "outbox", "notice_stop" -> (who, row) -> false;
            case "notice_preferences" -> (who, row) -> who.hasKeyAmong(String.valueOf(row.owner()));
            case "notice" ->
                (who, row) -> who.hasKeyAmong(String.valueOf(row.owner())) && who.hasKeyAmong(String.valueOf(row.of()));
            default -> (who, row) -> who.level() == 4;
        };
    }

    private static boolean inAudience(Who who, Row row) {
        return switch (String.valueOf(row.audience())) {
            case "PUBLIC" -> who.level() >= 1;
            case "PARTICIPANTS" -> who.level() >= 2;
            default -> who.level() >= 3;
        };
    }

    private static boolean isReleasedTo(Who who, Row need) {
        return who.provider() != null && need.releasedTo().contains(who.provider());
    }

    /** The record of an item is for its owner and for those confided in, as far as they see the item. */
    /** Whoever sees the proposal behind it, or both sides of it. */
    private boolean seesMatch(Who who, Row match) {
        String[] sides = String.valueOf(match.of()).split(" ");
        return seenBy(who, "proposal").contains(match.key())
                || seenBy(who, "need").contains(sides[0])
                        && seenBy(who, "offer").contains(sides[1]);
    }

    private boolean mayFollow(Who who, Row entry) {
        String[] of = String.valueOf(entry.of()).split(" ");
        if (!ITEMS.contains(of[0])) {
            return who.level() == 4
                    || who.level() >= 3
                            && Set.of("proposal", "circulation", "edition").contains(of[0])
                    || who.keepsAccounts() && Set.of("account", "sub-committee").contains(of[0]);
        }
        return of(of[0]).stream()
                .filter(row -> row.key().equals(of[1]))
                .anyMatch(row -> seenBy(who, of[0]).contains(row.key()) && (who.owns(row) || who.level() >= 3));
    }
}
