package org.switchboard.authorization;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Assignment;
import org.switchboard.authorization.Http.Question;
import org.switchboard.authorization.Items.Item;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.People;

/**
 * How each operation is called so that it succeeds for whoever is allowed: on what object, with what body. An operation that
 * is not named here is called without either, on nothing.
 */
final class Calls {

    /** An object of each class that an operation needs; what is absent has an address and nothing behind it. */
    private interface Things {
        Item of(String objectClass);
    }

    private record Call(
            @Nullable Things things,
            @Nullable Function<Item, Object> body,
            String contentType,
            String query,
            boolean conditional) {

        Call sending(Function<Item, Object> sent) {
            return new Call(things, sent, contentType, query, conditional);
        }

        Call csv(String sent) {
            return new Call(things, item -> sent, "text/csv", query, conditional);
        }

        Call asking(String parameters) {
            return new Call(things, body, contentType, parameters, conditional);
        }

        /** With If-Match: a new item has version 0. */
        Call ifMatch() {
            return new Call(things, body, contentType, query, true);
        }
    }

    /** Whose absorption no other call uses. */
    private static final String UNTOUCHED = "MNG";

    private static final Object REASON = Body.reason("for this test");

    private final Map<String, Call> calls = new HashMap<>();
    private final Map<String, Item> kept = new HashMap<>();

    /** @param solved makes a run with a plan and all its files; asked once */
    Calls(Supplier<String> solved) {
        calls.put("createRequest", on(Calls::state).sending(state -> Body.request(state.id(), Api.unique("r"))));
        calls.put("getRequest", on(Calls::request));
        calls.put("changeRequest", on(Calls::request).ifMatch().sending(request -> Body.requestContent(
                        request.reference())
                .with("audience", request.audience())));
        calls.put("listRequestChanges", on(Calls::request));
        calls.put("createNeed", on(Calls::request).sending(request -> Body.need(Api.unique("n"))));

        calls.put("getNeed", on(needs("OPEN")));
        calls.put("changeNeed", on(needs("OPEN")).ifMatch().sending(Items::content));
        calls.put("listNeedChanges", on(needs("OPEN")));
        calls.put("getNeedCompleteness", on(needs("OPEN")));
        calls.put("listSimilarNeeds", on(needs("OPEN")));
        calls.put("getAcknowledgementLetter", on(Calls::requestWithNeed));
        calls.put("submitNeed", on(needs("RETURNED")).ifMatch());
        calls.put("acknowledgeNeed", on(needs("SUBMITTED")).ifMatch());
        calls.put("openNeed", on(needs("ACKNOWLEDGED")).ifMatch());
        calls.put("verifyNeed", on(needs("OPEN")).ifMatch().sending(need -> Body.reason("urgent")
                .with("priority", "HIGH")));
        calls.put("returnNeed", on(needs("SUBMITTED")).ifMatch().sending(need -> REASON));
        calls.put("withdrawNeed", on(needs("OPEN")).ifMatch().sending(need -> REASON));

        calls.put("createProvider", on(null).sending(nothing -> Body.provider(Api.unique("A"))));
        calls.put("getProvider", on(Calls::provider));
        calls.put("changeProvider", on(Calls::provider).ifMatch().sending(provider -> Body.empty()
                .with("name", "Fund " + provider.id())
                .with("type", "ORGANIZATION")
                .with("audience", provider.audience())));
        calls.put("listProviderChanges", on(Calls::provider));
        calls.put("createOffer", on(Calls::provider).sending(provider -> Body.offer(Api.unique("o"))));

        calls.put("getOffer", on(offers("ACTIVE")));
        calls.put("changeOffer", on(offers("ACTIVE")).ifMatch().sending(offer -> Body.offer(offer.reference())
                .with("audience", offer.audience())));
        calls.put("listOfferChanges", on(offers("ACTIVE")));
        calls.put("registerOffer", on(offers("DRAFT")).ifMatch());
        calls.put("activateOffer", on(offersToActivate()).ifMatch());
        calls.put("suspendOffer", on(offers("ACTIVE")).ifMatch().sending(offer -> REASON));
        calls.put("closeOffer", on(offers("ACTIVE")).ifMatch().sending(offer -> REASON));

        calls.put(
                "importNeeds",
                on(null).csv("reference,state,theme,stage,kind,title,cost_usd,from,to,languages\n" + Api.unique("i")
                        + ",KEN,FIN,B,TRAINING,Training,240000,2027-01-01,2027-12-31,xau\n"));
        calls.put(
                "importOffers",
                on(null).csv(
                                "reference,provider,provider_name,provider_type,title,themes,budget_usd,languages,from,to\n"
                                        + Api.unique("i") + "," + Asker.Codes.OWN
                                        + ",Fund,ORGANIZATION,Drafting help,FIN,900000,xau,"
                                        + "2027-01-01,2028-12-31\n"));

        Things runs = runs(solved);
        calls.put("createRun", on(null).sending(nothing -> Map.of("limitSeconds", 1, "steps", 1)));
        for (String reading : List.of(
                "getRun",
                "watchRun",
                "getPlan",
                "getProblemFile",
                "getPlanFile",
                "getCertificateFile",
                "getStartPricesFile",
                "getExplanation")) {
            calls.put(reading, on(runs));
        }
        calls.put("comparePlans", on(runs));
        calls.put("cancelRun", on(objectClass -> present(objectClass, Items::cancelledRun)));

        calls.put(
                "getPolicy",
                on(objectClass -> objectClass.equals("absent") ? new Item("999999", "", "") : new Item("1", "", "")));
        calls.put("createPolicy", on(null).sending(nothing -> policy()));
        calls.put("getRate", on(objectClass -> present(objectClass, Items::rate)));
        calls.put("createRate", on(null).sending(nothing -> rate()));
        calls.put("releaseNeed", on(needs("OPEN")));
        calls.put("revokeRelease", on(needs("OPEN")));
        accounts();
        comingIn();
        notices();
        review(runs);
        calls.put("getState", on(objectClass -> new Item(objectClass.equals("absent") ? "ZZZ" : "KEN", "", "")));
    }

    private void accounts() {
        calls.put("createAccount", on(null).sending(nothing -> account(Api.unique("a") + "@people.example")));
        for (String onOne : List.of(
                "getAccount",
                "listAccountChanges",
                "offerNewPassword",
                "endSessionsOfAccount",
                "listTokensOfAccount")) {
            calls.put(onOne, on(accounts("ACTIVE")));
        }
        calls.put("changeAccount", on(accounts("ACTIVE")).ifMatch().sending(one -> Body.empty()
                .with("name", "Someone else")
                .with("language", "fr")
                .with("assignments", List.of(Body.empty().with("role", "EXPERT")))));
        calls.put("deactivateAccount", on(accounts("ACTIVE")).sending(one -> REASON));
        calls.put("reactivateAccount", on(accounts("DEACTIVATED")).sending(one -> REASON));
        calls.put("inviteAgain", on(accounts("INVITED")));
        calls.put("removeSecondFactorOfAccount", on(objectClass -> present(objectClass, Items::accountWithFactor)));
        calls.put("revokeTokenOfAccount", on(objectClass -> present(objectClass, Items::accountWithToken)));
        Things groups = objectClass -> present(objectClass, Items::subCommittee);
        calls.put("getSubCommittee", on(groups));
        calls.put("removeSubCommittee", on(groups));
        calls.put("createSubCommittee", on(null).sending(nothing -> subCommittee()));
        calls.put("changeSubCommittee", on(groups).ifMatch().sending(group -> subCommittee()));
    }

    private void review(Things runs) {
        calls.put("getProposal", on(proposals("AWAITS_PROVIDER")));
        calls.put("listProposalChanges", on(proposals("AWAITS_PROVIDER")));
        calls.put("consent", on(proposals("AWAITS_RECIPIENT")).ifMatch().sending(one -> Body.empty()));
        calls.put("declineProposal", on(proposals("AWAITS_PROVIDER")).ifMatch().sending(one -> REASON));
        calls.put(
                "withdrawProposal", on(proposals("AWAITS_RECIPIENT")).ifMatch().sending(one -> REASON));
        calls.put("listAlternatives", on(proposals("DECLINED")));
        calls.put(
                "putForwardNextBest",
                on(objectClass -> present(objectClass, () -> Items.proposal(UNTOUCHED, Asker.Codes.OWN, "LAPSED"))));
        calls.put("liftBan", on(proposals("DECLINED")).ifMatch().sending(one -> REASON));
        for (String ofMembers : List.of("letProposalPass", "holdProposal", "objectToProposal")) {
            calls.put(ofMembers, on(proposals("BEFORE_COMMITTEE")).ifMatch().sending(one -> REASON));
        }
        calls.put("releaseProposal", on(proposals("HELD")).ifMatch().sending(one -> REASON));
        calls.put("extendProposal", on(proposals("BEFORE_COMMITTEE")).ifMatch().sending(one -> Body.reason("later")
                .with("days", 1)));
        for (String ofMembers :
                List.of("letCirculationPass", "holdCirculation", "objectToCirculation", "withdrawCirculation")) {
            calls.put(ofMembers, on(circulations("BEFORE_COMMITTEE")).ifMatch().sending(one -> REASON));
        }
        calls.put("releaseCirculation", on(circulations("HELD")).ifMatch().sending(one -> REASON));
        calls.put(
                "extendCirculation",
                on(circulations("BEFORE_COMMITTEE")).ifMatch().sending(one -> Body.reason("later")
                        .with("days", 1)));
        calls.put("getCirculation", on(circulations("BEFORE_COMMITTEE")));
        calls.put("listCirculationChanges", on(circulations("BEFORE_COMMITTEE")));
        calls.put("createEdition", on(objectClass -> {
            Items.edition("WITHDRAWN");
            return new Item("", "", "");
        }));
        for (String reading : List.of("getEdition", "getEditionContent", "getEditionTable", "listEditionHistory")) {
            calls.put(reading, on(Calls::edition));
        }
        calls.put("getEditionChanges", on(Calls::edition).asking("?since=0"));
        calls.put("getEditionChangesTable", on(Calls::edition).asking("?since=0"));
        calls.put("approveEdition", on(Calls::edition).ifMatch());
        calls.put("withdrawEdition", on(Calls::edition).ifMatch().sending(one -> REASON));
        calls.put(
                "createCirculation",
                on(objectClass -> Items.request(Asker.States.OWN, "COMMITTEE"))
                        .sending(request -> Body.reason("for this test").with("request", request.id())));
        calls.put(
                "createProposal",
                on(objectClass -> Items.need(UNTOUCHED, "COMMITTEE", "OPEN"))
                        .sending(need -> Body.reason("for this test")
                                .with("need", need.id())
                                .with(
                                        "offer",
                                        Items.offer(Asker.Codes.OWN, "COMMITTEE", "ACTIVE")
                                                .id())
                                .with("parts", 1)));
        Object today = java.time.LocalDate.now().toString();
        calls.put("getDelivery", on(proposals("CONFIRMED")));
        calls.put("setMilestones", on(proposals("CONFIRMED")).ifMatch().sending(one -> Body.empty()
                .with("milestones", List.of(Body.empty().with("title", "Course").with("dueOn", "2027-03-01")))));
        calls.put("addPayment", on(proposals("CONFIRMED")).ifMatch().sending(one -> Body.empty()
                .with("kind", "COMMITTED")
                .with("usd", 1)
                .with("on", today)));
        calls.put("reportOnDelivery", on(proposals("CONFIRMED")).ifMatch().sending(one -> Body.empty()
                .with("words", "The course was held")));
        calls.put("completeDelivery", on(proposals("IN_DELIVERY")).ifMatch().sending(one -> REASON));
        calls.put("giveFeedback", on(proposals("DELIVERED")).ifMatch().sending(one -> Body.empty()
                .with("rating", 4)));
        calls.put("answerAfterAYear", on(proposals("DELIVERED")).ifMatch().sending(one -> Body.empty()
                .with("inUse", true)
                .with("words", "It is in use")));
        calls.put("getBalance", on(offers("ACTIVE")));
        calls.put("putPlanForward", on(runs).sending(run -> Body.reason("for this test")
                .with("only", List.of())));
        calls.put(
                "createFinding",
                on(objectClass -> Items.need("KEN", "COMMITTEE", "OPEN")).sending(need -> Body.empty()
                        .with("need", need.id())
                        .with("provider", Asker.Codes.OWN)
                        .with("cleared", true)
                        .with("finding", "Nothing was found")));
        calls.put("listFindings", on(null).asking("?need=" + UUID.randomUUID()));
        calls.put("createReviewPolicy", on(null).sending(nothing -> Body.reason("for this test")
                .with(
                        "policy",
                        Map.of(
                                "noObjectionOnProposals", 5,
                                "noObjectionOnCirculation", 0,
                                "mostExtension", 10,
                                "recipientConsent", 20,
                                "providerConsent", 20,
                                "reminders", List.of(5, 1),
                                "acknowledgement", 5))));
        calls.put("putHoliday", on(objectClass -> Items.holiday()).sending(day -> Body.empty()
                .with("name", "A holiday")));
        calls.put(
                "removeHoliday",
                on(objectClass -> objectClass.equals("absent") ? new Item("1999-01-01", "", "") : Items.holiday()));
    }

    /** Own: between the own State and the own provider. Unasked: likewise, but still before the Committee. */
    private static Things proposals(String status) {
        return objectClass -> present(objectClass, () -> switch (objectClass) {
            case "own" -> Items.proposal(Asker.States.OWN, Asker.Codes.OWN, status);
            case "unasked" -> Items.proposal(Asker.States.OWN, Asker.Codes.OWN, "BEFORE_COMMITTEE");
            default -> Items.proposal(Asker.States.THIRD, Asker.Codes.THIRD, status);
        });
    }

    private static Item edition(String objectClass) {
        return switch (objectClass) {
            case "absent" -> new Item("999999", "", "");
            case "confidential" -> Items.edition("PREPARED");
            default -> Items.edition("DISTRIBUTED");
        };
    }

    private static Things circulations(String status) {
        return objectClass -> present(objectClass, () -> Items.circulation(Asker.States.OWN, status));
    }

    private void comingIn() {
        Object chosen = Body.empty().with("token", "x".repeat(43)).with("password", People.PASSWORD);
        calls.put(
                "signIn",
                on(objectClass -> new Item(People.email(People.accountWithPassword()), "", ""))
                        .sending(account ->
                                Body.empty().with("email", account.id()).with("password", People.PASSWORD)));
        calls.put("forgetPassword", on(null).sending(nothing -> Body.empty().with("email", "nobody@people.example")));
        calls.put("acceptInvitation", on(null).sending(nothing -> chosen));
        calls.put("resetPassword", on(null).sending(nothing -> chosen));
        calls.put("createFirstAdministrator", on(null).sending(nothing -> Body.empty()
                .with("token", "x".repeat(43))
                .with("email", "first@people.example")
                .with("name", "First")
                .with("password", People.PASSWORD)));
        calls.put("changePassword", on(null).sending(nothing -> Body.empty()
                .with("old", People.PASSWORD)
                .with("new", "another " + People.PASSWORD)));
        calls.put(
                "confirmSecondFactor", on(null).sending(nothing -> Body.empty().with("code", "123456")));
        calls.put("removeSecondFactor", on(null).sending(nothing -> Body.empty()
                .with("password", People.PASSWORD)
                .with("code", "123456")));
        calls.put("createToken", on(null).sending(nothing -> Body.empty()
                .with("name", "mine")
                .with("expiresOn", java.time.LocalDate.now().plusDays(30).toString())
                .with("assignments", List.of(Body.empty().with("role", "EXPERT")))));
        calls.put("endSession", on(objectClass -> present(objectClass, Items::accountWithToken)));
        calls.put("revokeToken", on(objectClass -> present(objectClass, Items::accountWithToken)));
    }

    private void notices() {
        Things told = objectClass -> present(
                objectClass,
                () -> objectClass.equals("own")
                        ? Items.notice(Asker.OWN_FOCAL_POINT.account(), "state:" + Asker.States.OWN)
                        : Items.notice(People.account(Assignment.focalPoint(Asker.States.OWN)), "state:KEN"));
        calls.put("getNotice", on(told));
        calls.put("readNotice", on(told));
        calls.put("changeNoticePreferences", on(null).ifMatch().sending(nothing -> Body.empty()
                .with("answers", "DAILY")
                .with("needs", "NONE")
                .with("proposals", "NONE")
                .with("deliveries", "NONE")
                .with("editions", "DAILY")));
        Things stops = objectClass -> present(objectClass, Items::noticeStop);
        calls.put("askToStopMail", on(stops));
        Call stopping = on(stops).sending(link -> "List-Unsubscribe=One-Click");
        calls.put(
                "stopMail",
                new Call(stopping.things(), stopping.body(), "application/x-www-form-urlencoded", "", false));
    }

    private static Things accounts(String status) {
        return objectClass -> present(objectClass, () -> Items.account(status));
    }

    private static Object account(String email) {
        return Body.empty()
                .with("email", email)
                .with(
                        "account",
                        Body.empty()
                                .with("name", "Someone")
                                .with("language", "en")
                                .with("assignments", List.of(Body.empty().with("role", "EXPERT"))));
    }

    private static Object subCommittee() {
        return Body.empty().with("name", Api.unique("group")).with("members", List.of());
    }

    private static Call on(@Nullable Things things) {
        return new Call(things, null, "application/json", "", false);
    }

    /** The call of an operation on an object of this class, at this address of the OpenAPI document. */
    Question question(String operation, String method, String path, String objectClass) {
        Call call = calls.getOrDefault(operation, on(null));
        Item item = call.things() == null ? new Item("", "", "") : item(operation, call.things(), objectClass);
        Map<String, String> headers = new LinkedHashMap<>();
        if (call.conditional()) {
            headers.put("If-Match", "\"0\"");
        }
        String body = null;
        if (call.body() != null) {
            Object sent = call.body().apply(item);
            body = sent instanceof String text ? text : Http.written(sent);
            headers.put("Content-Type", call.contentType());
        }
        return new Question(
                method.toUpperCase(java.util.Locale.ROOT),
                path.replaceAll("\\{[a-zA-Z0-9]+}", item.id()) + call.query(),
                headers.entrySet().stream()
                        .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
                        .toList(),
                body);
    }

    /** Something was changed: the next call gets an object of its own. */
    void used(String operation, String objectClass) {
        kept.remove(operation + " " + objectClass);
    }

    private Item item(String operation, Things things, String objectClass) {
        return kept.computeIfAbsent(operation + " " + objectClass, unused -> things.of(objectClass));
    }

    private static Item present(String objectClass, Supplier<Item> item) {
        return objectClass.equals("absent")
                ? new Item(UUID.randomUUID().toString(), "absent", "COMMITTEE")
                : item.get();
    }

    private static Item state(String objectClass) {
        return new Item(objectClass.equals("own") ? Asker.States.OWN : Asker.States.THIRD, "", "");
    }

    private static Item request(String objectClass) {
        return present(objectClass, () -> Items.request(ofState(objectClass), audience(objectClass)));
    }

    private static Item requestWithNeed(String objectClass) {
        return present(objectClass, () -> Items.needOf(request(objectClass), ofState(objectClass)));
    }

    private static Things needs(String status) {
        return objectClass -> present(
                objectClass,
                () -> Items.need(
                        ofState(objectClass),
                        audience(objectClass),
                        objectClass.equals("draft") ? "DRAFT" : status,
                        objectClass.equals("released") ? new String[] {Asker.Codes.OWN} : new String[0]));
    }

    private static Item provider(String objectClass) {
        return switch (objectClass) {
            case "own" -> Items.provider(Asker.Codes.OWN, "COMMITTEE");
            case "another's" -> Items.provider(Asker.Codes.THIRD, "PUBLIC");
            case "absent" -> new Item("AUTH-NOBODY", "", "PUBLIC");
            default -> Items.provider("AUTH-" + objectClass.toUpperCase(java.util.Locale.ROOT), audience(objectClass));
        };
    }

    private static Things offers(String status) {
        return objectClass -> present(
                objectClass,
                () -> Items.offer(
                        ofProvider(objectClass),
                        audience(objectClass),
                        objectClass.equals("draft") ? "DRAFT" : status));
    }

    /** Its provider ends a pause of its own; that a registered offer is fit for matching is for the experts to say. */
    private static Things offersToActivate() {
        return objectClass -> present(
                objectClass,
                () -> Items.offer(
                        ofProvider(objectClass),
                        audience(objectClass),
                        objectClass.equals("registered") ? "REGISTERED" : "SUSPENDED"));
    }

    private static Things runs(Supplier<String> solved) {
        return objectClass -> present(objectClass, () -> new Item(solved.get(), "", ""));
    }

    private static String ofState(String objectClass) {
        return objectClass.equals("own") ? Asker.States.OWN : Asker.States.THIRD;
    }

    private static String ofProvider(String objectClass) {
        return objectClass.equals("own") || objectClass.equals("registered") ? Asker.Codes.OWN : Asker.Codes.THIRD;
    }

    private static String audience(String objectClass) {
        return switch (objectClass) {
            case "another's", "draft" -> "PUBLIC";
            case "participants" -> "PARTICIPANTS";
            default -> "COMMITTEE";
        };
    }

    private static Object policy() {
        return Map.of(
                "reason",
                "for this test",
                "policy",
                Map.of(
                        "fitWeights",
                        Map.of("languages", 25, "period", 25, "specificity", 25, "pastWork", 15, "stage", 10),
                        "slopes",
                        List.of(10, 6, 3),
                        "band1",
                        30,
                        "band2",
                        60,
                        "costExponent",
                        0.5,
                        "absorption",
                        8,
                        "furtherProviderCharge",
                        40,
                        "changeCharge",
                        20));
    }

    /** Of no currency that anything is in, on a day that nobody has taken. */
    private static Object rate() {
        return Body.rate(
                "XAU",
                java.time.LocalDate.of(1900, 1, 1)
                        .plusDays(new java.util.Random().nextInt(100_000))
                        .toString(),
                "2");
    }
}
