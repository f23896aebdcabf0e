package org.switchboard.authorization;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchboard.access.Reader;
import org.switchboard.authorization.Http.Answer;
import org.switchboard.authorization.Http.Question;
import org.switchboard.authorization.StoredRows.Who;
import org.switchboard.matching.Runs;
import org.switchboard.shared.Refusal;

/** What each reader gets through the faces, compared row by row with what it should: for one of the two walls at a time. */
abstract class RowsThroughFaces {

    /** By the name that the readers of the expectation have. */
    static final Map<String, Asker> ASKERS = Map.of(
            "public", Asker.PUBLIC,
            "administrator", Asker.ADMINISTRATOR,
            "own focal point", Asker.OWN_FOCAL_POINT,
            "other focal point", Asker.OTHER_FOCAL_POINT,
            "own provider", Asker.OWN_PROVIDER,
            "other provider", Asker.OTHER_PROVIDER,
            "committee", Asker.COMMITTEE,
            "expert", Asker.EXPERT);

    static final Map<String, String> LISTS = Map.of(
            "need", "/api/v1/needs?limit=200",
            "offer", "/api/v1/offers?limit=200",
            "request", "/api/v1/requests?limit=200",
            "provider", "/api/v1/providers?limit=200",
            "proposal", "/api/v1/proposals?limit=200");

    @Inject
    Runs runs;

    private Http http;

    @BeforeEach
    void store() {
        if (!DatabaseWallTest.Wide.isStored()) {
            DatabaseWallTest.Wide.store();
        }
        http = new Http();
    }

    @ParameterizedTest
    @MethodSource("asking")
    void oneWallAloneShowsEachItsRowsThroughEveryFace(Who who) throws SQLException {
        StoredRows stored = StoredRows.now();
        Map<String, Set<String>> seen = expected(stored, who);
        Map<String, Object> expected = new TreeMap<>();
        Map<String, Object> answered = new TreeMap<>();
        for (String table : LISTS.keySet()) {
            expected.put("list of " + table, seen.get(table));
            answered.put("list of " + table, listed(who, table));
            // the address of a provider is its code
            for (StoredRows.Row row : table.equals("provider") ? List.<StoredRows.Row>of() : stored.of(table)) {
                String item = table + " " + row;
                expected.put(item, seen.get(table).contains(row.key()) ? 200 : refusal(who, table));
                answered.put(item, ask(who, address(table, row)).status());
            }
        }
        expected.put("needs in the matrix", needsInMatrix(stored, who));
        answered.put("needs in the matrix", matrix(who));
        expected.put("drafts in the matrix", drafts(stored, who));
        answered.put(
                "drafts in the matrix", read(who, "/api/v1/matrix?status=DRAFT").getInt("total.needs"));
        expected.put("offers in the matrix", offersInMatrix(stored, who));
        answered.put("offers in the matrix", programmes(who));
        assertAlike(expected, answered);
    }

    /** Over HTTP the roles hide what the walls hide as well; so the face is asked, and the matrix, which everyone gets. */
    @ParameterizedTest
    @MethodSource("asking")
    void runsAreForTheExpertsAlone(Who who) throws SQLException {
        Items.run(
                "insert into run (id, version, status, policy, seed, limit_seconds, cancel_requested, created_by,"
                        + " created_at, started_at, finished_at, needs, offers, candidates, level1, level2, bound, threads, laps,"
                        + " ended_by, sample, owner) select gen_random_uuid(), 0, 'SOLVED', max(version), 1, 1, false, 'test',"
                        + " now(), now(), now(), 1, 1, 1, 1, 1, 1, 1, '{1}', 'TIME', false, 'executive-directorate' from policy");
        Reader reader = ASKERS.get(who.name()).reader();
        StoredRows stored = StoredRows.now();
        for (StoredRows.Row run : stored.of("run")) {
            Executable asked = () -> runs.get(reader, UUID.fromString(run.key()));
            if (stored.seenBy(who, "run").contains(run.key())) {
                assertDoesNotThrow(asked);
            } else {
                assertThrows(Refusal.NotFound.class, asked);
            }
        }
        assertEquals(who.level() == 4, read(who, "/api/v1/matrix").getString("proposedBy") != null);
    }

    @ParameterizedTest
    @MethodSource("asking")
    void whatASideSaidIsForItAndThoseConfidedIn(Who who) throws SQLException {
        StoredRows stored = StoredRows.now();
        Map<String, Object> expected = new TreeMap<>();
        Map<String, Object> answered = new TreeMap<>();
        for (String id : stored.seenBy(who, "proposal")) {
            JsonPath proposal = read(who, "/api/v1/proposals/" + id);
            expected.put(id + " acts", belonging(stored, who, "proposal_act", id));
            answered.put(
                    id + " acts",
                    proposal.getList(who.level() >= 3 ? "acts" : "yours").size());
            if (proposal.getString("status").equals("CONFIRMED")) {
                JsonPath delivery = read(who, "/api/v1/proposals/" + id + "/delivery");
                expected.put(id + " feedback", belonging(stored, who, "feedback", id));
                answered.put(id + " feedback", delivery.getList("feedback").size());
                expected.put(id + " after a year", belonging(stored, who, "year_answer", id));
                answered.put(id + " after a year", delivery.get("afterAYear") == null ? 0 : 1);
            }
        }
        assertAlike(expected, answered);
    }

    @ParameterizedTest
    @MethodSource("asking")
    void balanceIsReckonedOfTheProposalsThatAreSeen(Who who) throws SQLException {
        StoredRows stored = StoredRows.now();
        Map<String, Object> expected = new TreeMap<>();
        Map<String, Object> answered = new TreeMap<>();
        List<StoredRows.Row> offers = who.state() != null || who.level() < 2 ? List.of() : stored.of("offer");
        for (StoredRows.Row offer : offers) {
            if (stored.seenBy(who, "offer").contains(offer.key()) && (who.owns(offer) || who.level() >= 3)) {
                List<String> standing = read(who, LISTS.get("proposal"))
                        .param("offer", offer.key())
                        .param("ended", List.of("OBJECTED", "DECLINED", "LAPSED", "WITHDRAWN", "SUPERSEDED"))
                        .getList("items.findAll { it.offer.id == offer && !ended.contains(it.status) }.need.id");
                expected.put(offer.toString(), Set.copyOf(standing).size());
                answered.put(
                        offer.toString(),
                        read(who, address("offer", offer) + "/balance").getInt("needs"));
            }
        }
        assertAlike(expected, answered);
    }

    /** Told as what one still is. */
    @ParameterizedTest
    @MethodSource("asking")
    void inboxHoldsOnesOwnNotices(Who who) throws SQLException {
        List<Asker> people =
                ASKERS.values().stream().filter(asker -> asker != Asker.PUBLIC).toList();
        people.forEach(asker -> {
            Items.notice(asker.account(), "public");
            Items.notice(asker.account(), "state:" + Asker.States.THIRD);
        });
        Asker asker = ASKERS.get(who.name());
        String owner = asker == Asker.PUBLIC ? "" : "account:" + asker.account();
        Map<String, Object> expected = new TreeMap<>();
        Map<String, Object> answered = new TreeMap<>();
        Set<String> own = new TreeSet<>();
        for (StoredRows.Row notice : StoredRows.now().of("notice")) {
            boolean isOwn = owner.equals(notice.owner()) && who.hasKeyAmong(String.valueOf(notice.of()));
            if (isOwn) {
                own.add(notice.key());
            }
            expected.put(notice.toString(), asker == Asker.PUBLIC ? 401 : isOwn ? 200 : 404);
            answered.put(
                    notice.toString(),
                    ask(who, "/api/v1/notices/" + notice.key()).status());
        }
        expected.put("inbox", own);
        Answer inbox = ask(who, "/api/v1/notices?limit=200");
        answered.put("inbox", inbox.status() == 401 ? Set.of() : ids(inbox));
        assertAlike(expected, answered);
    }

    /** Whatever is asked for is read and recorded meanwhile, so that there may be more that is one's own. */
    @ParameterizedTest
    @MethodSource("asking")
    void recordOfAccessTellsNobodyOfWhatIsAnothers(Who who) throws SQLException {
        http.ask(Asker.EXPERT, Question.get(LISTS.get("need")));
        Answer records = ask(who, "/api/v1/access-records?limit=200&sort=-at");
        if (records.status() == 200) {
            Set<String> foreign = ids(records);
            foreign.removeAll(StoredRows.now().seenBy(who, "access_record"));
            assertEquals(Set.of(), foreign);
        }
    }

    static void assertAlike(Map<String, Object> expected, Map<String, Object> answered) {
        Map<String, Object> others = new TreeMap<>(answered);
        others.entrySet().removeIf(one -> one.getValue().equals(expected.get(one.getKey())));
        assertEquals(Map.of(), others);
    }

    /** How many rows of this table are of the proposal and for this reader to see. */
    private static int belonging(StoredRows stored, Who who, String table, String proposal) {
        return (int) stored.seenBy(who, table).stream()
                .filter(key -> key.startsWith(proposal))
                .count();
    }

    static List<Who> asking() {
        return StoredRows.READERS.stream()
                .filter(who -> ASKERS.containsKey(who.name()))
                .toList();
    }

    static Map<String, Set<String>> expected(StoredRows stored, Who who) {
        Map<String, Set<String>> expected = new HashMap<>();
        LISTS.keySet().forEach(table -> expected.put(table, stored.seenBy(who, table)));
        return expected;
    }

    Set<String> listed(Who who, String table) {
        Answer answer = ask(who, LISTS.get(table));
        boolean shutOut = refusal(who, table) != 404;
        assertEquals(shutOut ? refusal(who, table) : 200, answer.status(), answer.body());
        return shutOut ? Set.of() : ids(answer);
    }

    /** Proposals are shown to nobody but those who take part; of all else everyone may ask. */
    private static int refusal(Who who, String table) {
        if (!table.equals("proposal") || who.level() >= 2) {
            return 404;
        }
        return who.name().equals("public") ? 401 : 403;
    }

    static Set<String> ids(Answer answer) {
        return new TreeSet<>(new JsonPath(answer.body()).<String>getList("items.id"));
    }

    Answer ask(Who who, String path) {
        return http.ask(ASKERS.get(who.name()), Question.get(path));
    }

    private JsonPath read(Who who, String path) {
        Answer answer = ask(who, path);
        assertEquals(200, answer.status(), answer.body());
        return new JsonPath(answer.body());
    }

    static String address(String table, StoredRows.Row row) {
        return "/api/v1/" + table + "s/" + row.key();
    }

    int needsInMatrix(StoredRows stored, Who who) {
        Set<String> seen = stored.seenBy(who, "need");
        return stored.of("need").stream()
                .filter(need -> seen.contains(need.key()))
                .filter(need -> counts(need, who))
                .collect(Collectors.toSet())
                .size();
    }

    private static int drafts(StoredRows stored, Who who) {
        Set<String> seen = stored.seenBy(who, "need");
        return (int) stored.of("need").stream()
                .filter(need -> "DRAFT".equals(need.status()) && seen.contains(need.key()))
                .count();
    }

    private boolean counts(StoredRows.Row need, Who who) {
        return switch (String.valueOf(need.status())) {
            case "DRAFT", "WITHDRAWN" -> false;
            case "RETURNED" -> !knowsThatItWentBack(who, need);
            default -> true;
        };
    }

    /** Nobody but its State and those it confides in knows it; to others the need stands as submitted. */
    boolean knowsThatItWentBack(Who who, StoredRows.Row need) {
        return who.owns(need) || who.level() >= 3;
    }

    int matrix(Who who) {
        return read(who, "/api/v1/matrix").getInt("total.needs");
    }

    /** Offers by their ids, and whether their provider is named. */
    private Map<String, Boolean> programmes(Who who) {
        Map<String, Boolean> programmes = new TreeMap<>();
        read(who, "/api/v1/matrix")
                .<Map<String, Object>>getList("programmes")
                .forEach(one -> programmes.put(String.valueOf(one.get("offer")), one.get("providerName") != null));
        return programmes;
    }

    private Map<String, Boolean> offersInMatrix(StoredRows stored, Who who) {
        Set<String> offers = stored.seenBy(who, "offer");
        Set<String> providers = stored.seenBy(who, "provider");
        Set<String> named = stored.of("provider").stream()
                .filter(provider -> providers.contains(provider.key()))
                .map(StoredRows.Row::owner)
                .collect(Collectors.toSet());
        return stored.of("offer").stream()
                .filter(offer -> offers.contains(offer.key()))
                .filter(offer -> "ACTIVE".equals(offer.status())
                        || "EXHAUSTED".equals(offer.status()) && !knowsThatItIsExhausted(who, offer))
                .collect(Collectors.toMap(StoredRows.Row::key, offer -> named.contains(offer.owner())));
    }

    /** Nobody but its provider and those it confides in knows it; to others it stands as it was offered. */
    boolean knowsThatItIsExhausted(Who who, StoredRows.Row offer) {
        return who.owns(offer) || who.level() >= 3;
    }
}
