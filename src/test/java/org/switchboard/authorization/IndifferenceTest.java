package org.switchboard.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.authorization.Http.Answer;
import org.switchboard.authorization.Http.Question;
import org.switchboard.authorization.Items.Item;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/**
 * What is hidden from a caller makes no difference to any answer it gets: not to a body, an order, a count, a sum, a cursor, an
 * ETag or a header. The same questions are asked before and after, and answered to the letter alike.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class IndifferenceTest {

    private static final Set<Asker> ALL = EnumSet.complementOf(EnumSet.of(Asker.REVOKED));
    private static final Set<Asker> EXPERTS = EnumSet.of(Asker.EXPERT);
    private static final Set<Asker> CONFIDANTS = EnumSet.of(Asker.EXPERT, Asker.COMMITTEE);
    private static final Set<Asker> PARTICIPANTS = EnumSet.of(
            Asker.EXPERT,
            Asker.COMMITTEE,
            Asker.OWN_FOCAL_POINT,
            Asker.OTHER_FOCAL_POINT,
            Asker.OWN_PROVIDER,
            Asker.OTHER_PROVIDER);

    private static @Nullable Http http;
    /** With {@code -Dindifference.full=true} every list in every order and every table is asked for as well: some minutes. */
    private static final boolean FULL = Boolean.getBoolean("indifference.full");

    private static Item shownNeed = new Item("", "", "");
    private static Item shownOffer = new Item("", "", "");
    private static Item shownRequest = new Item("", "", "");

    private final List<String> questions = new ArrayList<>();
    private final Map<Asker, Map<String, String>> last = new LinkedHashMap<>();
    private int asked;

    @BeforeEach
    void prepare() {
        if (http == null) {
            Items.providers();
            http = new Http();
        }
        shownRequest = Items.request(Asker.States.THIRD, "PUBLIC");
        shownNeed = Items.need(Asker.States.THIRD, "PUBLIC", "OPEN");
        shownOffer = Items.offer(Asker.Codes.THIRD, "PUBLIC", "ACTIVE");
        questions.clear();
        if (FULL) {
            listsAndTablesOfEveryKind();
        }
        questions.addAll(List.of(
                "/needs?limit=3&state=SEN&sort=-received",
                "/needs?limit=3&state=SEN&sort=-costUsd",
                "/needs?state=SEN&limit=3&status=OPEN",
                "/needs?state=SEN&limit=3&status=MATCHED",
                "/offers?limit=3&provider=AUTH-THIRD&sort=-budgetUsd",
                "/offers?limit=3&provider=AUTH-THIRD&status=EXHAUSTED",
                "/offers?limit=3&provider=AUTH-THIRD&sort=-received",
                "/providers?limit=3&sort=-name",
                "/providers/AUTH-HIDDEN",
                "/matrix?rows=state&state=SEN",
                "/matrix?rows=state&state=SEN&status=MATCHED"));
        questions.addAll(List.of("/runs", "/marginal-values", "/policies", "/states", "/rates"));
        for (String item :
                List.of("/needs/" + shownNeed.id(), "/offers/" + shownOffer.id(), "/requests/" + shownRequest.id())) {
            questions.add(item);
            questions.add(item + "/changes");
        }
        questions.add("/providers/AUTH-THIRD");
        questions.add("/providers/AUTH-THIRD/changes");
    }

    private void listsAndTablesOfEveryKind() {
        for (String sort : List.of("received", "-received", "reference", "-title", "-costUsd")) {
            questions.add("/needs?limit=200&sort=" + sort);
            questions.add("/needs?limit=3&state=SEN&sort=" + sort);
        }
        for (String status : List.of("DRAFT", "OPEN", "MATCHED", "RETURNED", "SUBMITTED", "WITHDRAWN")) {
            questions.add("/needs?state=SEN&limit=200&status=" + status);
            questions.add("/matrix?rows=state&state=SEN&status=" + status);
        }
        for (String sort : List.of("received", "-received", "reference", "-title", "-budgetUsd")) {
            questions.add("/offers?limit=200&sort=" + sort);
            questions.add("/offers?limit=3&provider=AUTH-THIRD&sort=" + sort);
        }
        for (String status : List.of("DRAFT", "ACTIVE", "EXHAUSTED")) {
            questions.add("/offers?provider=AUTH-THIRD&limit=200&status=" + status);
        }

        questions.addAll(List.of("/providers?limit=200", "/providers?limit=3&sort=-name", "/providers/AUTH-HIDDEN"));
        for (String rows : List.of("region", "subregion", "state")) {
            for (String columns : List.of("theme", "stage", "kind")) {
                questions.add("/matrix?rows=" + rows + "&columns=" + columns);
            }
        }
        questions.addAll(
                List.of("/matrix?region=002&theme=FIN&kind=TRAINING", "/matrix?from=2027-01-01&to=2027-02-01"));
    }

    @Test
    void hiddenNeedMakesNoDifference() {
        String[] id = new String[1];
        differsFor(
                CONFIDANTS,
                () -> id[0] =
                        Items.need(Asker.States.THIRD, "COMMITTEE", "OPEN").id());
        questions.addAll(List.of("/needs/" + id[0], "/needs/" + id[0] + "/changes"));
        differsFor(
                CONFIDANTS,
                () -> Items.run(
                        "update need set version = version + 1, title = 'A', cost_amount = 1, cost_usd = 1 where id = ?",
                        UUID.fromString(id[0])));
        differsFor(CONFIDANTS, () -> Items.run("delete from need where id = ?", UUID.fromString(id[0])));
        differsFor(EXPERTS, () -> Items.need(Asker.States.THIRD, "PUBLIC", "DRAFT"));
        differsFor(PARTICIPANTS, () -> Items.need(Asker.States.THIRD, "PARTICIPANTS", "OPEN"));
        differsFor(
                EnumSet.of(Asker.EXPERT, Asker.COMMITTEE, Asker.OWN_PROVIDER),
                () -> Items.need(Asker.States.THIRD, "COMMITTEE", "OPEN", Asker.Codes.OWN));
    }

    @Test
    void hiddenOfferProviderAndRequestMakeNoDifference() {
        // not asked for elsewhere: each need that a test stores comes in a request of its own
        questions.add("/requests?state=SEN&limit=3&sort=-created");
        String[] id = new String[1];
        differsFor(
                CONFIDANTS,
                () -> id[0] =
                        Items.offer(Asker.Codes.THIRD, "COMMITTEE", "ACTIVE").id());
        questions.addAll(List.of("/offers/" + id[0], "/offers/" + id[0] + "/changes"));
        differsFor(
                CONFIDANTS,
                () -> Items.run(
                        "update offer set version = version + 1, title = 'A', budget_usd = 1 where id = ?",
                        UUID.fromString(id[0])));
        differsFor(CONFIDANTS, () -> Items.run("delete from offer where id = ?", UUID.fromString(id[0])));
        differsFor(EXPERTS, () -> Items.offer(Asker.Codes.THIRD, "PUBLIC", "DRAFT"));
        differsFor(PARTICIPANTS, () -> Items.offer(Asker.Codes.THIRD, "PARTICIPANTS", "ACTIVE"));
        differsFor(CONFIDANTS, () -> Items.provider("AUTH-HIDDEN", "COMMITTEE"));
        differsFor(CONFIDANTS, () -> Items.run("delete from provider where code = 'AUTH-HIDDEN'"));
        differsFor(CONFIDANTS, () -> Items.request(Asker.States.THIRD, "COMMITTEE"));
        differsFor(PARTICIPANTS, () -> Items.request(Asker.States.THIRD, "PARTICIPANTS"));
    }

    @Test
    void whomAStateBlocksMakesNoDifferenceToOthers() {
        Body need = Items.content(shownNeed).with("languages", List.of("xau"));
        differsFor(
                CONFIDANTS,
                () -> put("/needs/" + shownNeed.id(), 0, need.with("blockedProviders", List.of(Asker.Codes.OWN))));
    }

    @Test
    void whomAProviderExcludesMakesNoDifferenceToOthers() {
        Body offer = Body.offer(shownOffer.reference())
                .with("languages", List.of("xau"))
                .with("audience", "PUBLIC")
                .with("excludedStates", List.of(Asker.States.OWN, Asker.States.THIRD));
        differsFor(CONFIDANTS, () -> put("/offers/" + shownOffer.id(), 0, offer));
    }

    @Test
    void howTheExpertsWeighItAndToWhomElseItIsReleasedMakesNoDifference() {
        differsFor(
                CONFIDANTS,
                () -> ok(Question.post(
                        "/api/v1/needs/" + shownNeed.id() + "/verification",
                        Body.reason("urgent").with("priority", "CRITICAL"),
                        "If-Match",
                        "\"0\"")));
        differsFor(
                CONFIDANTS,
                () -> Items.run(
                        "update need set version = version + 1, released_to = '{AUTH-OWN}', matching = 'RELEASED',"
                                + " national_rank = 1 where id = ?",
                        UUID.fromString(shownNeed.id())));
    }

    @Test
    void matchesMakeNoDifferenceToThoseWhoDoNotSeeThem() {
        for (String status : List.of("MATCHED", "IN_DELIVERY", "DELIVERED", "CLOSED")) {
            differsFor(
                    CONFIDANTS,
                    () -> Items.run(
                            "update need set version = version + 1, status = ? where id = ?",
                            status,
                            UUID.fromString(shownNeed.id())));
        }
        differsFor(
                CONFIDANTS,
                () -> Items.run(
                        "update offer set version = version + 1, status = 'EXHAUSTED' where id = ?",
                        UUID.fromString(shownOffer.id())));
    }

    @Test
    void requestThatANeedBelongsToMakesNoDifference() {
        Item hidden = Items.request(Asker.States.THIRD, "COMMITTEE");
        questions.add("/needs?request=" + hidden.id());
        differsFor(
                CONFIDANTS,
                () -> Items.run(
                        "update need set version = version + 1, request_id = ? where id = ?",
                        UUID.fromString(hidden.id()),
                        UUID.fromString(shownNeed.id())));
    }

    @Test
    void proposalMakesNoDifferenceToASideBeforeItIsAskedNorWhatTheOtherSays() {
        Item need = Items.need(Asker.States.OWN, "PUBLIC", "OPEN");
        // a match counts for whoever sees both its sides: this one has a side that only the parties and their
        // confidants see
        Item offer = Items.offer(Asker.Codes.OWN, "COMMITTEE", "ACTIVE");
        Set<Asker> state = EnumSet.copyOf(CONFIDANTS);
        state.add(Asker.OWN_FOCAL_POINT);
        Set<Asker> both = EnumSet.copyOf(state);
        both.add(Asker.OWN_PROVIDER);
        UUID run = UUID.fromString(Items.cancelledRun().id());
        // what is asked for elsewhere is of another State and another provider
        questions.clear();
        questions.addAll(List.of(
                "/matrix?rows=state&state=KEN",
                "/needs?limit=3&state=KEN&sort=-received",
                "/proposals?limit=3&sort=-putForward",
                "/proposals?limit=3&sort=usd&state=KEN",
                "/proposals?run=" + run,
                "/needs/" + need.id(),
                "/offers/" + offer.id(),
                "/offers/" + offer.id() + "/balance"));
        UUID[] id = new UUID[1];
        try {
            differsFor(
                    CONFIDANTS,
                    () -> id[0] = StoredProposal.of(
                            UUID.fromString(need.id()), UUID.fromString(offer.id()), 1, "BEFORE_COMMITTEE"));
            questions.addAll(List.of(
                    "/proposals/" + id[0], "/proposals/" + id[0] + "/delivery", "/proposals?need=" + need.id()));
            differsFor(CONFIDANTS, () -> proposal(id[0], "extended_days = 3, until = until + 3"));
            differsFor(state, () -> proposal(id[0], "status = 'AWAITS_RECIPIENT', shown_to_recipient = true"));
            differsFor(CONFIDANTS, () -> Items.run("update proposal set run_id = ? where id = ?", run, id[0]));
            differsFor(
                    CONFIDANTS,
                    () -> Items.run(
                            "insert into proposal_act (proposal_id, at, who, owner, act, words)"
                                    + " values (?, now(), 'test', 'member:NOR', 'LET_PASS', 'none')",
                            id[0]));
            differsFor(both, () -> proposal(id[0], "status = 'AWAITS_PROVIDER', shown_to_provider = true"));
            differsFor(both, () -> proposal(id[0], "status = 'DELIVERED', until = null, delivered_at = now()"));
            differsFor(
                    state,
                    () -> Items.run(
                            "insert into feedback (proposal_id, party, owner, rating, words, who, at)"
                                    + " values (?, 'RECIPIENT', 'state:KEN', 1, 'poor', 'test', now())",
                            id[0]));
            differsFor(
                    state,
                    () -> Items.run(
                            "insert into year_answer (proposal_id, owner, in_use, words, who, at)"
                                    + " values (?, 'state:KEN', true, 'in use', 'test', now())",
                            id[0]));
        } finally {
            StoredProposal.forget();
        }
    }

    private static void proposal(UUID id, String set) {
        Items.run("update proposal set version = version + 1, " + set + " where id = ?", id);
    }

    @Test
    void needThatWentBackIsShownAsSubmitted() {
        Items.run("update need set status = 'SUBMITTED' where id = ?", UUID.fromString(shownNeed.id()));
        Set<Asker> noDifference = EnumSet.complementOf(EnumSet.copyOf(CONFIDANTS));
        noDifference.remove(Asker.REVOKED);
        Map<String, String> before = new LinkedHashMap<>();
        noDifference.forEach(asker -> before.put(asker.column(), answer(asker, "/needs/" + shownNeed.id())));
        Items.run("update need set status = 'RETURNED' where id = ?", UUID.fromString(shownNeed.id()));
        noDifference.forEach(asker ->
                assertEquals(before.get(asker.column()), answer(asker, "/needs/" + shownNeed.id()), asker.column()));
    }

    @Test
    void runsMakeNoDifferenceToAnybodyButTheExperts() {
        differsFor(EXPERTS, () -> new SolvedRuns(http).solved(Map.of()));
        differsFor(EXPERTS, () -> new SolvedRuns(http)
                .solved(Map.of("whatIf", Map.of("name", "if " + UUID.randomUUID()))));
    }

    /** It makes a difference to these, or nothing was tested, and none to all others. */
    private void differsFor(Set<Asker> some, Runnable change) {
        Map<Asker, Map<String, String>> before = new LinkedHashMap<>();
        // what was answered after the change before is what is answered before this one
        ALL.forEach(asker -> before.put(
                asker, last.containsKey(asker) && asked == questions.size() ? last.get(asker) : answers(asker)));
        asked = questions.size();
        change.run();
        for (Asker asker : ALL) {
            Map<String, String> after = answers(asker);
            last.put(asker, after);
            if (some.contains(asker)) {
                assertNotEquals(before.get(asker), after, asker.column());
            } else {
                after.forEach((question, answer) ->
                        assertEquals(before.get(asker).get(question), answer, asker.column() + " asks " + question));
            }
        }
    }

    private Map<String, String> answers(Asker asker) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String question : questions) {
            answers.put(question, answer(asker, question));
        }
        String rows = FULL ? "" : "&state=SEN";
        answers.put(
                "CSV", said(http.ask(asker, Question.get("/api/v1/matrix?rows=state" + rows, "Accept", "text/csv"))));
        answers.put(
                "in French",
                said(http.ask(asker, Question.get("/api/v1/matrix?rows=region" + rows, "Accept-Language", "fr"))));
        return answers;
    }

    private static String answer(Asker asker, String path) {
        return said(http.ask(asker, Question.get("/api/v1" + path)));
    }

    private static String said(Answer answer) {
        return answer.withoutTheMoment();
    }

    private static void put(String path, int version, Body content) {
        ok(new Question(
                "PUT",
                "/api/v1" + path,
                List.of("Content-Type", "application/json", "If-Match", "\"" + version + "\""),
                Http.written(content)));
    }

    private static void ok(Question question) {
        Answer answer = http.ask(Asker.EXPERT, question);
        assertEquals(200, answer.status(), answer.body());
    }
}
