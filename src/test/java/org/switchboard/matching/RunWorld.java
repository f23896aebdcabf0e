package org.switchboard.matching;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.People;

/**
 * Needs and offers of one test, brought in over HTTP. They speak a language of their own, so that no other test's items
 * are candidates for them, and have States of their own; a plan holds those other items all the same.
 */
public final class RunWorld {

    private static final Deadline PATIENCE = Deadline.seconds(120);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** Of the Committee in these tests: a State that is a party does not decide. */
    private static final Set<String> MEMBERS = Set.of("FRA", "NOR", "SWE");

    private static final List<State> STATES = ReferenceData.load().states(Language.EN).stream()
            .filter(state -> !MEMBERS.contains(state.iso3()))
            .toList();
    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static final AtomicReference<@Nullable RunWorld> MANY_CHOICES = new AtomicReference<>();

    private final State home = next();
    private final State other = next();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String language = language(new Random(mark.hashCode()));
    private final StringBuilder needs = new StringBuilder(
            "reference,state,theme,stage,kind,title,cost_usd,tranches,partial_ok,languages,from,to\n");
    private final StringBuilder offers =
            new StringBuilder("reference,provider,provider_name,provider_type,title,themes,"
                    + "budget_usd,floor_usd,ceiling_usd,max_needs,per_state_cap_usd,languages,from,to\n");

    /** Of three letters that stand for no language that anybody works in. */
    private static String language(Random random) {
        return "x" + LETTERS.charAt(random.nextInt(26)) + LETTERS.charAt(random.nextInt(26)) + "-"
                + Integer.toHexString(0x10000000 | random.nextInt(0x10000000));
    }

    /** From the end of the list, where no other test takes its States from: a State absorbs few needs at once. */
    private static State next() {
        return STATES.get(STATES.size() - 1 - TAKEN.getAndIncrement() % (STATES.size() / 2));
    }

    /** Withdraws what other tests have left open: a run of a second has no time for thousands of needs. */
    public static void withdrawAllNeeds() {
        MANY_CHOICES.set(null);
        People.run("update need set status = 'WITHDRAWN' where status = 'OPEN'");
    }

    /** A State that no other world speaks of. */
    public State home() {
        return home;
    }

    /** Another such. */
    public State other() {
        return other;
    }

    public String mark() {
        return mark;
    }

    public RunWorld need(String name, long cost, int parts, boolean partialOk) {
        return need(name, home, cost, parts, partialOk);
    }

    public RunWorld need(String name, State state, long cost, int parts, boolean partialOk) {
        needs.append(String.join(
                ",",
                reference(name),
                state.iso3(),
                "FIN",
                "B",
                "TRAINING",
                "Need " + name,
                Long.toString(cost),
                Integer.toString(parts),
                Boolean.toString(partialOk),
                language,
                "2027-01-01",
                "2027-12-31\n"));
        return this;
    }

    public RunWorld offer(String name, String themes, long budget, long ceiling, int maxNeeds) {
        return offer(name, provider(), themes, budget, ceiling, maxNeeds, budget);
    }

    /** Of another provider than the others. */
    public RunWorld offer(
            String name, String provider, String themes, long budget, long ceiling, int maxNeeds, long perStateCap) {
        offers.append(String.join(
                ",",
                reference(name),
                provider,
                "Provider " + provider,
                "ORGANIZATION",
                "Offer " + name,
                themes,
                Long.toString(budget),
                "0",
                Long.toString(ceiling),
                Integer.toString(maxNeeds),
                Long.toString(perStateCap),
                language,
                "2027-01-01",
                "2028-12-31\n"));
        return this;
    }

    /** Ten needs of two States and three offers, among which there is something to choose. */
    public static RunWorld ofChoices() {
        RunWorld world = new RunWorld();
        for (int i = 0; i < 10; i++) {
            world.need(
                    "N" + i,
                    i % 2 == 0 ? world.home : world.other,
                    40_000 + 7_001L * i,
                    List.of(1, 2, 4).get(i % 3),
                    i % 2 == 0);
        }
        return world.offer("O1", "FIN", 150_000, 90_000, 3)
                .offer("O2", "FIN LEG", 120_000, 60_000, 4)
                .offer("O3", "FIN.FIU", 90_000, 90_000, 9)
                .stored();
    }

    public RunWorld stored() {
        withdrawManyChoices();
        send();
        return this;
    }

    private void send() {
        send("needs", needs);
        send("offers", offers);
    }

    private static void send(String kind, StringBuilder csv) {
        given().contentType("text/csv")
                .body(csv.toString())
                .post("/api/v1/imports/" + kind)
                .then()
                .statusCode(200);
    }

    public String reference(String name) {
        return mark + "/" + name;
    }

    /** The id of one of its needs. */
    public String needId(String name) {
        return idOf("needs?limit=200&sort=-received&state=" + home.iso3() + "&state=" + other.iso3(), name);
    }

    public String offerId(String name) {
        return idOf("offers?limit=200&provider=" + provider(), name);
    }

    private String idOf(String list, String name) {
        return given().get("/api/v1/" + list)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.reference == '" + reference(name) + "' }.id");
    }

    public String provider() {
        return "P" + mark;
    }

    public String language() {
        return language;
    }

    /** The rows of a plan that are of its needs, each as "need offer parts". */
    public List<String> rows(String run) {
        List<Map<String, Object>> rows = plan(run).getList("rows");
        return rows.stream()
                .map(this::line)
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    private String line(Map<String, Object> row) {
        String need = (String) ((Map<?, ?>) row.get("need")).get("reference");
        String offer = (String) ((Map<?, ?>) row.get("offer")).get("reference");
        return need.startsWith(mark + "/") ? name(need) + " " + name(offer) + " " + row.get("parts") : "";
    }

    private String name(String reference) {
        return reference.startsWith(mark + "/") ? reference.substring(mark.length() + 1) : reference;
    }

    /** Starts a run and says which. */
    public static String start(Map<String, ?> run) {
        return given().contentType("application/json")
                .body(run)
                .post("/api/v1/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Starts a run that goes on until it is cancelled: there is a lot to choose from. */
    static String startLong(Map<String, ?> run) {
        MANY_CHOICES.updateAndGet(world -> world == null ? ofManyChoices() : world);
        return start(run);
    }

    /** Takes away what long runs choose from, for runs of few steps. */
    static void withdrawManyChoices() {
        RunWorld world = MANY_CHOICES.getAndSet(null);
        if (world != null) {
            People.run("update need set status = 'WITHDRAWN' where reference like ?", world.mark + "/%");
        }
    }

    private static RunWorld ofManyChoices() {
        RunWorld world = new RunWorld();
        for (int i = 0; i < 300; i++) {
            world.need("N" + i, 40_000 + 701L * i, 2, true);
        }
        world.offer("O1", "FIN", 1_500_000, 90_000, 20)
                .offer("O2", "FIN LEG", 1_200_000, 60_000, 20)
                .send();
        return world;
    }

    public static JsonPath await(String run, RunStatus... wanted) throws Exception {
        List<String> names = List.of(wanted).stream().map(Enum::name).toList();
        PATIENCE.until("run " + run + " is " + names, () -> {
            JsonPath view = run(run);
            if (view.getString("status").equals("FAILED") && !names.contains("FAILED")) {
                throw new AssertionError(view.getString("failure"));
            }
            return names.contains(view.getString("status"));
        });
        return run(run);
    }

    public static JsonPath solved(Map<String, ?> run) throws Exception {
        return await(start(run), RunStatus.SOLVED);
    }

    public static JsonPath run(String id) {
        return given().get("/api/v1/runs/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static Response cancel(String id) {
        return given().post("/api/v1/runs/" + id + "/cancellation");
    }

    public static JsonPath plan(String id) {
        return given().get("/api/v1/runs/" + id + "/plan")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static byte[] file(String id, String name) {
        return given().get("/api/v1/runs/" + id + "/" + name)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
