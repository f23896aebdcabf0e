package org.switchboard.authorization;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchboard.authorization.Http.Answer;
import org.switchboard.authorization.Http.Question;
import org.switchboard.testing.Body;

/**
 * Questions of every kind, drawn from a seed: what people ask, what guessers try, and what makes no sense. None of them changes
 * the world, so that what was planted stays as it was planted.
 */
final class Questions {

    private static final String API = "/api/v1";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([A-Za-z0-9_-]+)\"");
    private static final int KEPT = 60;

    private final Planted world;
    private final Random random;
    private final List<String> tags =
            new ArrayList<>(List.of("\"0\"", "*", "W/\"0\"", "\"1\"", "0", "\"", "\"x\", \"0\""));
    private final List<String> cursors = new ArrayList<>(List.of("", "x", "%20"));

    Questions(Planted world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    Asker asker() {
        return Asker.values()[random.nextInt(Asker.values().length)];
    }

    /** Tags and cursors that one was given, for another to try. */
    void heard(Answer answer) {
        answer.headers().getOrDefault("etag", List.of()).forEach(tag -> keep(tags, tag));
        Matcher next = NEXT.matcher(answer.body());
        if (next.find()) {
            keep(cursors, next.group(1));
        }
    }

    private void keep(List<String> pool, String value) {
        if (pool.size() < KEPT) {
            pool.add(value);
        } else {
            pool.set(random.nextInt(KEPT), value);
        }
    }

    Question next() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> read(list("needs", needFilters(), List.of("received", "reference", "title", "costUsd")));
            case 3, 4 -> read(list("offers", offerFilters(), List.of("received", "reference", "title", "budgetUsd")));
            case 5 -> read(list("requests", Map.of("state", state()), List.of("created", "reference")));
            case 6 -> read(list("providers", Map.of(), List.of("code", "name")));
            case 7, 8, 9 -> read(item() + (random.nextInt(4) == 0 ? about() : ""));
            case 10, 11, 12 -> read("/matrix" + query(matrixFilters()));
            case 13 -> read(ofRun());
            case 14 ->
                read(pick(
                        "/policies",
                        "/policies/1",
                        "/policies/2",
                        "/policies/9999",
                        "/rates",
                        "/states",
                        "/runs",
                        "/runs?limit=1&sort=-created",
                        "/marginal-values",
                        "/marginal-values?run=" + UUID.randomUUID(),
                        "/monitoring/figures",
                        "/monitoring/figures?by=THEME",
                        "/monitoring/minutes",
                        "/proposals",
                        "/proposals?limit=3&sort=-reference",
                        "/proposals?state=" + state(),
                        "/proposals?need=" + id(any(world.needs)),
                        "/circulations",
                        "/due-diligence",
                        "/notices",
                        "/matrix/editions",
                        edition(),
                        edition()));
            case 15, 16 -> change();
            case 17 -> creation();
            case 18 -> importing();
            default -> nonsense();
        };
    }

    private String about() {
        return pick(
                "/changes",
                "/changes",
                "/completeness",
                "/similar",
                "/acknowledgement-letter",
                "/delivery",
                "/alternatives",
                "/balance");
    }

    private String edition() {
        return any(world.editions)
                + pick(
                        "",
                        "/content",
                        "/content",
                        "/changes",
                        "/changes?since=0",
                        "/changes/table",
                        "/history",
                        "/table",
                        "/table?of=needs",
                        "/table?of=offers",
                        "/table?of=matches");
    }

    private Question read(String path) {
        List<String> headers = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            headers.addAll(List.of("If-None-Match", any(tags)));
        }
        if (random.nextInt(4) == 0) {
            headers.addAll(List.of("Accept", pick("text/csv", "application/json", "*/*", "text/html", "image/png")));
        }
        if (random.nextInt(4) == 0) {
            headers.addAll(List.of("Accept-Language", pick("fr", "ar", "zh;q=0.5, en", "xx", "*")));
        }
        return new Question(random.nextInt(20) == 0 ? "HEAD" : "GET", API + path, headers, null);
    }

    private String list(String name, Map<String, String> filters, List<String> sorts) {
        Map<String, String> asked = new LinkedHashMap<>(filters);
        String sort = (random.nextBoolean() ? "-" : "") + any(sorts);
        maybe(asked, "sort", sort);
        maybe(asked, "limit", pick("1", "2", "3", "7", "50", "200", "201", "0", "x"));
        if (random.nextInt(4) == 0) {
            asked.put("cursor", random.nextBoolean() ? any(cursors) : forged(sort));
        }
        return "/" + name + query(asked);
    }

    /** As a list hands them out, at a place where something hidden may stand. */
    private String forged(String sort) {
        String value = pick(
                "a", "zz", "2026-11-21T00:00:00Z", "240000", any(world.taken).get(1));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sort + "|" + UUID.randomUUID() + "|" + value).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> needFilters() {
        Map<String, String> asked = new LinkedHashMap<>();
        maybe(asked, "state", state());
        maybe(asked, "region", pick("002", "014", "019", "001", "nowhere"));
        maybe(asked, "theme", pick("FIN", "LEG", "FIN.FIU", "none"));
        maybe(asked, "stage", pick("A", "B", "D"));
        maybe(asked, "kind", pick("TRAINING", "none"));
        maybe(asked, "status", pick("DRAFT", "OPEN", "RETURNED", "SUBMITTED", "MATCHED", "NONE"));
        maybe(asked, "priority", pick("LOW", "MEDIUM"));
        maybe(asked, "sample", pick("true", "false"));
        maybe(asked, "request", id(any(world.requests)));
        maybe(asked, "source", any(world.taken).get(1));
        return asked;
    }

    private Map<String, String> offerFilters() {
        Map<String, String> asked = new LinkedHashMap<>();
        maybe(asked, "provider", pick(Asker.Codes.OWN, Asker.Codes.OTHER, Asker.Codes.THIRD, "AUTH-OWN.COM", "none"));
        maybe(asked, "theme", pick("FIN", "LEG", "none"));
        maybe(asked, "kind", pick("TRAINING", "none"));
        maybe(asked, "status", pick("DRAFT", "ACTIVE", "EXHAUSTED", "SUSPENDED", "NONE"));
        maybe(asked, "standing", pick("FUNDED", "POTENTIAL"));
        maybe(asked, "funding", pick("DIRECT", "FUND"));
        maybe(asked, "sample", pick("true", "false"));
        return asked;
    }

    private Map<String, String> matrixFilters() {
        Map<String, String> asked = new LinkedHashMap<>();
        maybe(asked, "rows", pick("region", "subregion", "state", "none"));
        maybe(asked, "columns", pick("theme", "stage", "kind", "none"));
        maybe(asked, "theme", pick("FIN", "LEG", "none"));
        maybe(asked, "stage", pick("A", "B"));
        maybe(asked, "kind", pick("TRAINING", "none"));
        maybe(asked, "region", pick("002", "014", "001"));
        maybe(asked, "state", state());
        maybe(asked, "from", pick("2027-01-01", "2030-01-01", "soon"));
        maybe(asked, "status", pick("DRAFT", "OPEN", "RETURNED", "MATCHED", "SUBMITTED", "CLOSED"));
        return asked;
    }

    private String ofRun() {
        return any(world.runs)
                + pick(
                        "",
                        "/plan",
                        "/problem",
                        "/plan-file",
                        "/certificate",
                        "/start-prices",
                        "/comparison",
                        "/comparison?with=" + id(any(world.runs)),
                        "/explanation",
                        "/explanation?need=" + id(any(world.needs)),
                        "/nothing");
    }

    private String item() {
        return random.nextInt(10) == 0
                ? pick("/needs/", "/offers/", "/requests/") + UUID.randomUUID()
                : any(any(List.of(world.needs, world.offers, world.requests, world.providers, world.proposals)));
    }

    /** With a version that no item has, so that whoever may change it still does not. */
    private Question change() {
        String item = item();
        String version = pick("\"999999\"", "\"77\"", "*", "nonsense", "");
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
        if (!version.isEmpty()) {
            headers.addAll(List.of("If-Match", version));
        }
        if (random.nextInt(3) == 0) {
            Object content = pick(
                    Body.need(any(world.taken).get(1)),
                    Body.offer(any(world.taken).get(1)),
                    Body.requestContent(any(world.taken).get(1)),
                    Body.empty());
            return new Question("PUT", API + item, headers, Http.written(content));
        }
        String step = pick(
                "submission",
                "acknowledgement",
                "opening",
                "verification",
                "return",
                "withdrawal",
                "registration",
                "activation",
                "suspension",
                "closure");
        Object content =
                pick(Body.reason("no"), Body.empty(), Body.reason("urgent").with("priority", "HIGH"));
        return new Question("POST", API + item + "/" + step, headers, Http.written(content));
    }

    /** Of what there is already, or of what breaks a rule; with keys of others. */
    private Question creation() {
        List<String> name = any(world.taken);
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
        if (random.nextBoolean()) {
            headers.addAll(List.of("Idempotency-Key", world.key));
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Question("POST", API + "/requests", headers, Http.written(world.keyed));
            case 1 ->
                new Question(
                        "POST",
                        API + "/requests",
                        headers,
                        Http.written(Body.request(
                                pick(Asker.States.OWN, Asker.States.OTHER, "ZZZ"),
                                any(world.taken).get(1),
                                Body.need(name.get(1)).with("theme", "none"))));
            case 2 ->
                new Question(
                        "POST",
                        API + any(world.requests) + "/needs",
                        headers,
                        Http.written(Body.need(name.get(1)).with("theme", "none")));
            case 3 ->
                new Question(
                        "POST",
                        API + any(world.providers) + "/offers",
                        headers,
                        Http.written(Body.offer(name.get(1)).with("themes", List.of("none"))));
            case 4 ->
                new Question(
                        "POST", API + "/providers", headers, Http.written(Body.provider(id(any(world.providers)))));
            default ->
                new Question(
                        "POST",
                        API + "/runs",
                        headers,
                        Http.written(Map.of(
                                "limitSeconds",
                                1,
                                "pins",
                                List.of(Map.of(
                                        "need", id(any(world.needs)), "offer", UUID.randomUUID(), "parts", 1)))));
        };
    }

    /** With references that are taken, and in each file a row that no file may have. */
    private Question importing() {
        List<String> name = any(world.taken);
        String csv = random.nextBoolean()
                ? "reference,state,theme,stage,kind,title,cost_usd,from,to\n"
                        + name.get(1) + ",KEN,FIN,B,TRAINING,Other,1,2027-01-01,2027-12-31\n"
                        + name.get(1) + ",SEN,none,B,TRAINING,Other,1,2027-01-01,2027-12-31\n"
                : "reference,provider,provider_name,provider_type,title,themes,budget_usd,languages,from,to\n"
                        + name.get(1) + "," + name.get(0) + ",Other,ORGANIZATION,Other,none,1,en,2027-01-01,x\n";
        return new Question(
                "POST",
                API + "/imports/" + pick("needs", "offers") + pick("", "?mode=none"),
                List.of("Content-Type", "text/csv"),
                csv);
    }

    private Question nonsense() {
        return switch (random.nextInt(7)) {
            case 0 -> read(item() + "x");
            case 1 -> read("/needs?sort=" + any(world.taken).get(1));
            case 2 ->
                new Question(
                        "POST",
                        API + "/requests",
                        List.of("Content-Type", "application/json"),
                        pick(
                                "{",
                                "[]",
                                "null",
                                "{\"state\": 1}",
                                "{\"" + any(world.taken).get(1) + "\": 1}"));
            case 3 -> new Question("DELETE", API + item(), List.of(), null);
            case 4 -> new Question("PATCH", API + item(), List.of("Content-Type", "text/plain"), "x");
            case 5 -> new Question("OPTIONS", API + item(), List.of("Origin", "https://other.example"), null);
            default ->
                new Question(
                        "GET",
                        pick("/q/openapi", "/q/health", "/q/health/ready", "/", "/api", "/q/metrics"),
                        List.of(),
                        null);
        };
    }

    private String state() {
        return pick(Asker.States.OWN, Asker.States.OTHER, Asker.States.THIRD, "ZZZ");
    }

    private void maybe(Map<String, String> asked, String name, String value) {
        if (random.nextInt(5) == 0) {
            asked.put(name, value);
        }
    }

    private static String query(Map<String, String> asked) {
        StringBuilder query = new StringBuilder();
        asked.forEach((name, value) ->
                query.append(query.length() == 0 ? "?" : "&").append(String.format(Locale.ROOT, "%s=%s", name, value)));
        return query.toString();
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
