package org.switchboard.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Reader;
import org.switchboard.matching.RowChecks;
import org.switchboard.matching.RunWorld;
import org.switchboard.matching.Runs;
import org.switchboard.need.Needs;
import org.switchboard.offer.Providers;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Refusal;
import org.switchboard.testing.AsService;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;
import org.switchboard.testing.Worker;

/**
 * More than a year, day by day, in the years 2031 and 2032: on which days the clock does what, and on which it does nothing. The
 * clock of the service stands where it stands; what works with terms is put together here around a clock of its own.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class YearTest {

    /** A Monday. The Wednesday of that week is a holiday. */
    private static final LocalDate BEGIN = LocalDate.of(2031, 3, 3);

    private static final LocalDate HOLIDAY = BEGIN.plusDays(2);
    private static final LocalDate END = LocalDate.of(2032, 10, 31);

    /** Five working days before the Committee, eight for the State, six for the provider; reminders three and one before. */
    private static final ReviewPolicyContent POLICY = new ReviewPolicyContent(5, 0, 10, 8, 6, List.of(3, 1), 5);

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Reader EXPERT = reader(Assignment.expert());

    @Inject
    ProposalRepository stored;

    @Inject
    ProposalViews views;

    @Inject
    DeliveryRepository deliveryRows;

    @Inject
    DeliveryViews deliveryViews;

    @Inject
    Needs needs;

    @Inject
    WholeNeeds whole;

    @Inject
    Changes changes;

    @Inject
    Runs runs;

    @Inject
    RowChecks checks;

    @Inject
    Providers providers;

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    private final MovedClock clock = new MovedClock();
    private final Map<String, UUID> proposals = new LinkedHashMap<>();
    private final Map<LocalDate, List<Runnable>> events = new HashMap<>();
    private RunWorld world;
    private Terms terms;
    private FollowUp followUp;
    private PuttingForward puttingForward;
    private NoObjection noObjection;
    private Consents consents;
    private Deliveries deliveries;

    private static final class MovedClock extends Clock {
        private Instant now = BEGIN.atStartOfDay(ZoneOffset.UTC).toInstant();

        void to(LocalDate day, int hour) {
            now = day.atTime(LocalTime.of(hour, 5)).toInstant(ZoneOffset.UTC);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void putTogether() {
        Calendar calendar = new Calendar(stored, clock);
        ReviewPolicies policies = new ReviewPolicies(database, json, clock) {
            @Override
            ReviewPolicyContent inForce() {
                return POLICY;
            }
        };
        ProposalLife life = new ProposalLife(stored, views, calendar, policies, needs, whole, changes, clock);
        Acts acts = new Acts(stored, clock);
        terms = new Terms(stored, life, calendar, policies, needs);
        followUp = new FollowUp(stored, deliveryRows, life, calendar);
        puttingForward = new PuttingForward(stored, life, views, terms, runs, checks, providers, acts, clock);
        noObjection = new NoObjection(stored, life, views, policies, calendar, acts);
        consents = new Consents(stored, life, views, needs, acts, calendar);
        deliveries = new Deliveries(stored, deliveryRows, deliveryViews, life, clock);
        holiday(true);
    }

    @AfterEach
    void leaveTheCalendarAsItWas() {
        holiday(false);
    }

    @AfterAll
    static void leaveNothingThatPlansHold() {
        StoredProposal.forget();
    }

    private static void holiday(boolean there) {
        String day = "/api/v1/holidays/" + HOLIDAY;
        Caller administrator = Caller.administrator();
        if (there) {
            administrator
                    .asks()
                    .contentType("application/json")
                    .body(Map.of("name", "Founding day"))
                    .put(day)
                    .then()
                    .statusCode(200);
        } else {
            administrator.asks().delete(day).then().statusCode(204);
        }
    }

    private static Reader reader(Assignment assignment) {
        return Reader.of(new Person(UUID.randomUUID(), "someone@people.example", Set.of(assignment)));
    }

    private Reader member(int which) {
        List<String> members = List.of("NOR", "FRA", "CHE").stream()
                .filter(state -> !state.equals(world.home().iso3()))
                .toList();
        return reader(Assignment.committee(members.get(which)));
    }

    private Reader state() {
        return reader(Assignment.focalPoint(world.home().iso3()));
    }

    private Reader provider() {
        return reader(Assignment.provider(world.provider()));
    }

    /** Puts one proposal forward for each need. */
    private void putForward(String... names) {
        world = new RunWorld();
        for (String name : names) {
            world.need(name, 10_000, 1, false);
        }
        world.offer("A", "FIN", 100_000, 10_000, names.length).stored();
        UUID offer = UUID.fromString(world.offerId("A"));
        clock.to(BEGIN, 9);
        for (String name : names) {
            PutForward.AddedRow row =
                    new PutForward.AddedRow(UUID.fromString(world.needId(name)), offer, 1, "for this test");
            proposals.put(
                    name, AsService.call(() -> puttingForward.add(EXPERT, row)).id());
        }
    }

    private void on(String day, Runnable event) {
        events.computeIfAbsent(LocalDate.parse(day), none -> new ArrayList<>()).add(event);
    }

    /** Somebody acts on what is put forward for a need, with the version that it has then. */
    private void on(String day, String name, Act act) {
        on(day, () -> act(name, act));
    }

    private void act(String name, Act act) {
        UUID id = proposals.get(name);
        int version = Integer.parseInt(Worker.value("select version from proposal where id = ?", id));
        AsService.run(() -> act.of(id, version));
    }

    /** The version as a side counts it, from when it was asked. */
    private static int countedBy(String side, UUID id) {
        return Integer.parseInt(
                Worker.value("select version - versions_before_" + side + " from proposal where id = ?", id));
    }

    @FunctionalInterface
    private interface Act {
        void of(UUID id, int version);
    }

    /**
     * Lets the days pass.
     *
     * @param up on which days the service runs
     * @param hours at which the job runs on each of these; people act at nine, after the first
     * @return what people were told of each proposal, in order: on which day, of what and who
     */
    private Map<String, List<String>> live(LocalDate end, Predicate<LocalDate> up, int... hours) {
        Map<String, List<String>> diaries = new LinkedHashMap<>();
        proposals.keySet().forEach(name -> diaries.put(name, new ArrayList<>()));
        write(diaries, BEGIN);
        for (LocalDate day = BEGIN; !day.isAfter(end); day = day.plusDays(1)) {
            if (up.test(day)) {
                for (int hour : hours) {
                    clock.to(day, hour);
                    look();
                    if (hour == hours[0]) {
                        clock.to(day, 9);
                        events.getOrDefault(day, List.of()).forEach(Runnable::run);
                    }
                }
                write(diaries, day);
            }
        }
        return diaries;
    }

    /** As the job does; what is not of this test is left alone. */
    private void look() {
        due(terms::due).forEach(id -> AsService.run(() -> terms.look(Reader.system(), id)));
        due(followUp::due).forEach(id -> AsService.run(() -> followUp.look(Reader.system(), id)));
        assertEquals(Set.of(), due(terms::due), "what was looked at is due no more");
        assertEquals(Set.of(), due(followUp::due), "what was followed up is due no more");
    }

    @FunctionalInterface
    private interface Due {
        Iterable<UUID> of(Reader service);
    }

    private Set<UUID> due(Due due) {
        Set<UUID> found = new LinkedHashSet<>();
        AsService.call(() -> due.of(Reader.system())).forEach(found::add);
        found.retainAll(Set.copyOf(proposals.values()));
        return found;
    }

    private void write(Map<String, List<String>> diaries, LocalDate day) {
        String untold =
                "select count(*) from outbox o join proposal p on p.id = o.item_id where p.provider = ? and told_at is"
                        + " null";
        if ("0".equals(Worker.value(untold, world.provider()))) {
            return;
        }
        proposals.forEach((name, id) -> {
            String told = Worker.value(
                    "select string_agg(replace(replace(replace(lower(kind), '_', '-'), 'proposal-', ''), 'delivery-', '')"
                            + " || ' ' || array_to_string(array(select unnest(addressees) order by 1), '+'), ','"
                            + " order by change, kind) from outbox where item_id = ? and told_at is null",
                    id);
            People.run("update outbox set told_at = now() where item_id = ? and told_at is null", id);
            if (told != null) {
                for (String one : told.split(",")) {
                    diaries.get(name).add(day + " " + named(one));
                }
            }
        });
    }

    private String named(String told) {
        return told.replace("executive-directorate", "experts")
                .replace("state:" + world.home().iso3(), "state")
                .replace("provider:" + world.provider(), "provider");
    }

    private String value(String name, String column) {
        return Worker.value("select " + column + " from proposal where id = ?", proposals.get(name));
    }

    /** One in each waiting status, of whom nobody says anything more, and two of which the Committee takes its time. */
    private void story() {
        putForward("silent", "asked", "held", "extended", "helped");
        on(
                "2031-03-17",
                "asked",
                (id, version) -> consents.consent(state(), id, countedBy("recipient", id), new Consent(null, null)));

        on("2031-03-04", "held", (id, version) -> noObjection.hold(member(0), id, version, "We ask our capital"));
        on("2031-03-06", "held", (id, version) -> noObjection.hold(member(1), id, version, "So do we"));
        on("2031-03-20", "held", (id, version) -> noObjection.release(member(0), id, version, "No objection"));
        on("2031-04-14", "held", (id, version) -> noObjection.release(member(1), id, version, "No objection"));

        on(
                "2031-03-07",
                "extended",
                (id, version) -> noObjection.extend(member(0), id, version, 3, "It is a long file"));

        on(
                "2031-03-13",
                "helped",
                (id, version) -> consents.consent(state(), id, countedBy("recipient", id), new Consent(null, null)));
        on(
                "2031-03-14",
                "helped",
                (id, version) -> consents.consent(provider(), id, countedBy("provider", id), new Consent(null, null)));
        on(
                "2031-04-01",
                "helped",
                (id, version) -> deliveries.milestones(provider(), id, countedBy("provider", id), milestones()));
        on(
                "2031-09-10",
                "helped",
                (id, version) -> deliveries.report(provider(), id, countedBy("provider", id), report(false)));
        on(
                "2031-10-01",
                "helped",
                (id, version) -> deliveries.report(provider(), id, countedBy("provider", id), report(true)));
        on(
                "2031-10-01",
                "helped",
                (id, version) -> deliveries.report(state(), id, countedBy("recipient", id), report(true)));
    }

    private static Milestones milestones() {
        return new Milestones(List.of(
                new MilestoneContent("First course", LocalDate.of(2031, 6, 30), null),
                new MilestoneContent("Second course", LocalDate.of(2031, 9, 15), null),
                new MilestoneContent("Third course", LocalDate.of(2033, 1, 1), null)));
    }

    private static CreateDeliveryReport report(boolean finished) {
        return new CreateDeliveryReport("Held", finished);
    }

    private static final List<String> HELPED = List.of(
            "2031-03-03 before-committee committee",
            "2031-03-06 reminder committee",
            "2031-03-10 reminder committee",
            "2031-03-12 awaits-recipient state",
            "2031-03-12 passed experts",
            "2031-03-13 awaits-provider provider",
            "2031-03-14 confirmed experts+provider+state",
            "2031-04-01 reported experts",
            "2031-07-01 overdue experts+provider",
            "2031-07-01 report-due provider+state",
            "2031-09-10 reported experts",
            "2031-09-16 overdue experts+provider",
            "2031-09-16 report-due state",
            "2031-10-01 reported experts",
            "2031-10-01 reported experts",
            "2031-10-01 completed experts",
            "2031-10-01 feedback-due provider+state",
            "2032-10-01 one-year-question state");

    @Test
    void aYearDayByDayAndTwiceEachDay() {
        story();
        Map<String, List<String>> told = live(END, day -> true, 0, 23);

        assertEquals(
                List.of(
                        "2031-03-03 before-committee committee",
                        "2031-03-06 reminder committee",
                        "2031-03-10 reminder committee",
                        "2031-03-12 awaits-recipient state",
                        "2031-03-12 passed experts",
                        "2031-03-19 reminder state",
                        "2031-03-21 reminder state",
                        "2031-03-25 lapsed experts+state"),
                told.get("silent"));
        assertEquals(
                List.of(
                        "2031-03-03 before-committee committee",
                        "2031-03-06 reminder committee",
                        "2031-03-10 reminder committee",
                        "2031-03-12 awaits-recipient state",
                        "2031-03-12 passed experts",
                        "2031-03-17 awaits-provider provider",
                        "2031-03-20 reminder provider",
                        "2031-03-24 reminder provider",
                        "2031-03-26 lapsed experts+provider+state"),
                told.get("asked"));
        assertEquals(
                List.of(
                        "2031-03-03 before-committee committee",
                        "2031-03-04 held experts",
                        "2031-04-15 reminder committee",
                        "2031-04-17 reminder committee",
                        "2031-04-19 awaits-recipient state",
                        "2031-04-19 passed experts",
                        "2031-04-25 reminder state",
                        "2031-04-29 reminder state",
                        "2031-05-01 lapsed experts+state"),
                told.get("held"));
        assertEquals(
                List.of(
                        "2031-03-03 before-committee committee",
                        "2031-03-06 reminder committee",
                        "2031-03-11 reminder committee",
                        "2031-03-13 reminder committee",
                        "2031-03-15 awaits-recipient state",
                        "2031-03-15 passed experts",
                        "2031-03-21 reminder state",
                        "2031-03-25 reminder state",
                        "2031-03-27 lapsed experts+state"),
                told.get("extended"));
        assertEquals(HELPED, told.get("helped"));

        assertEquals("LAPSED", value("silent", "status"), "silence is never consent");
        assertEquals("LAPSED", value("asked", "status"), "of the provider neither");
        assertEquals("TERM", value("held", "ended_by"));
        assertEquals("DELIVERED", value("helped", "status"));
        assertEquals(
                "0",
                Worker.value(
                        "select count(*) from outbox o join proposal p on p.id = o.item_id where p.provider = ? and 'committee' ="
                                + " any(o.addressees) and not p.state = any(o.recused)",
                        world.provider()),
                "who is a party is not told with the Committee");
    }

    /** What falls on a day on which the service is down is done on the next, once, and what is past then is left out. */
    @Test
    void aYearWithTheServiceDownAtWeekendsAndForAWeek() {
        story();
        LocalDate down = LocalDate.of(2031, 4, 21);
        Map<String, List<String>> told = live(
                LocalDate.of(2031, 12, 31),
                day -> !WEEKEND.contains(day.getDayOfWeek()) && (day.isBefore(down) || day.isAfter(down.plusDays(6))),
                7);

        assertEquals(
                List.of(
                        "2031-03-03 before-committee committee",
                        "2031-03-06 reminder committee",
                        "2031-03-11 reminder committee",
                        "2031-03-13 reminder committee",
                        "2031-03-17 awaits-recipient state",
                        "2031-03-17 passed experts",
                        "2031-03-24 reminder state",
                        "2031-03-26 reminder state",
                        "2031-03-28 lapsed experts+state"),
                told.get("extended"),
                "the State's term begins when it is asked, on a Monday");
        assertEquals(
                List.of(
                        "2031-03-03 before-committee committee",
                        "2031-03-04 held experts",
                        "2031-04-15 reminder committee",
                        "2031-04-17 reminder committee",
                        "2031-04-28 awaits-recipient state",
                        "2031-04-28 passed experts",
                        "2031-05-05 reminder state",
                        "2031-05-07 reminder state",
                        "2031-05-09 lapsed experts+state"),
                told.get("held"),
                "the period ended while the service was down");
        assertEquals(HELPED.subList(0, HELPED.size() - 1), told.get("helped"), "all but the question after a year");
    }

    @Test
    void whoIsRemindedLateIsToldHowManyDaysAreLeft() {
        putForward("one");
        live(LocalDate.of(2031, 3, 7), day -> day.equals(BEGIN) || day.equals(LocalDate.of(2031, 3, 7)), 7);
        assertEquals(
                "{\"days\":\"2\",\"until\":\"2031-03-11\"}",
                Worker.value(
                                "select (words::jsonb - 'reference')::text from outbox where item_id = ? and kind ="
                                        + " 'PROPOSAL_REMINDER'",
                                proposals.get("one"))
                        .replace(" ", ""));
    }

    @Test
    void aTermThatIsOverIsOverAlsoBeforeAnybodyHasSeenToIt() {
        putForward("one", "two");
        clock.to(LocalDate.of(2031, 3, 12), 0);
        assertLate("one", (id, version) -> noObjection.hold(member(0), id, version, "Wait"));
        assertLate("one", (id, version) -> noObjection.extend(member(0), id, version, 2, "Wait"));
        assertLate("one", (id, version) -> noObjection.object(member(0), id, version, "No"));
        act("one", (id, version) -> terms.look(Reader.system(), id));
        act("two", (id, version) -> terms.look(Reader.system(), id));

        clock.to(LocalDate.of(2031, 3, 24), 23);
        act("two", (id, version) -> consents.decline(state(), id, countedBy("recipient", id), "No"));
        assertEquals("DECLINED", value("two", "status"), "the last day counts whole");
        clock.to(LocalDate.of(2031, 3, 25), 0);
        assertLate(
                "one",
                (id, version) -> consents.consent(state(), id, countedBy("recipient", id), new Consent(null, null)));
        assertLate("one", (id, version) -> consents.decline(state(), id, countedBy("recipient", id), "No"));
    }

    private void assertLate(String name, Act act) {
        Refusal refused = assertThrows(Refusal.Conflict.class, () -> act(name, act));
        assertTrue(refused.words().contains("ended on"), refused.words());
    }

    @Test
    void whatIsHeldIsTakenBackTooWhereItsNeedIsChanged() {
        putForward("one");
        act("one", (id, version) -> noObjection.hold(member(0), id, version, "Wait"));
        People.run("update need set cost_usd = 9000 where id = ?", UUID.fromString(world.needId("one")));
        look();
        assertEquals("WITHDRAWN", value("one", "status"));
        assertEquals("RECIPIENT", value("one", "ended_by"));
    }

    @Test
    void aMatchEndsWhereTheStateWithdrawsItsNeed() {
        putForward("one");
        clock.to(LocalDate.of(2031, 3, 12), 0);
        look();
        act("one", (id, version) -> consents.consent(state(), id, countedBy("recipient", id), new Consent(null, null)));
        act(
                "one",
                (id, version) -> consents.consent(provider(), id, countedBy("provider", id), new Consent(null, null)));
        assertEquals("CONFIRMED", value("one", "status"));
        look();
        assertEquals("CONFIRMED", value("one", "status"));
        People.run("update need set status = 'WITHDRAWN' where id = ?", UUID.fromString(world.needId("one")));
        look();
        assertEquals("WITHDRAWN", value("one", "status"));
    }
}
