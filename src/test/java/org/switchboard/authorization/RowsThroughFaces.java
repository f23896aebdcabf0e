package org.switchboard.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.authorization.Http.Answer;
import org.switchboard.authorization.Http.Question;
import org.switchboard.authorization.StoredRows.Who;

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
            "provider", "/api/v1/providers?limit=200");

    private Http http;

    @BeforeEach
    void store() {
        if (!DatabaseWallTest.Wide.isStored()) {
            DatabaseWallTest.Wide.store();
        }
        http = new Http();
    }

    @Test
    void oneWallAloneShowsEachItsRowsThroughEveryFace() throws SQLException {
        StoredRows stored = StoredRows.now();
        for (Who who : asking()) {
            Map<String, Set<String>> expected = expected(stored, who);
            for (String table : LISTS.keySet()) {
                assertEquals(expected.get(table), listed(who, table), who + " lists of " + table);
                for (StoredRows.Row row : stored.of(table)) {
                    int status = http.ask(ASKERS.get(who.name()), Question.get(address(table, row)))
                            .status();
                    if (!table.equals("provider")) {
                        assertEquals(
                                expected.get(table).contains(row.key()) ? 200 : 404, status, who + " reads " + row);
                    }
                }
            }
            assertEquals(needsInMatrix(stored, who), matrix(who), who + " counts needs");
        }
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
        Answer answer = http.ask(ASKERS.get(who.name()), Question.get(LISTS.get(table)));
        assertEquals(200, answer.status(), answer.body());
        List<String> ids = new JsonPath(answer.body()).getList("items.id");
        return new TreeSet<>(ids);
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
        return new JsonPath(http.ask(ASKERS.get(who.name()), Question.get("/api/v1/matrix"))
                        .body())
                .getInt("total.needs");
    }
}
