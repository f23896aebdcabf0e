package org.switchboard.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Happening;
import org.switchboard.testing.Api;
import org.switchboard.testing.AsService;
import org.switchboard.testing.AtOnce;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** From what happens to one notice for each person whom it concerns. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class TellingTest {

    @Inject
    NoticeRounds rounds;

    @Inject
    Changes changes;

    private static String inOutbox(UUID item) {
        return count("select count(*) from outbox where item_id = ?", item);
    }

    private static String count(String sql, Object... values) {
        return Told.value(sql, values);
    }

    private Set<UUID> told(UUID item) {
        rounds.go();
        return Told.accounts(item);
    }

    @Test
    void happeningIsKeptWithItsChangeOrNeitherIs() {
        UUID item = UUID.randomUUID();
        assertThrows(
                IllegalStateException.class,
                () -> AsService.run(() -> {
                    Happened.tell("need-opened", item, Map.of("reference", "N-1"), "state:KEN");
                    throw new IllegalStateException("undone");
                }));
        assertEquals("0", inOutbox(item));
        AsService.run(() -> Happened.tell("need-opened", item, Map.of("reference", "N-1"), "state:KEN"));
        assertEquals("1", inOutbox(item));
    }

    @Test
    void allWhoTakePartAreToldOfAnEditionAndNoAdministratorIs() {
        Set<UUID> takePart = Set.of(
                People.account(Assignment.focalPoint("KEN")),
                People.account(Assignment.provider("TELLING-P")),
                People.account(Assignment.expert()),
                People.account(Assignment.committee("NOR")));
        UUID administrator = People.account(Assignment.administrator());
        Set<UUID> told = told(Happened.to("edition-distributed", Map.of("reference", "7"), "participants"));
        assertTrue(told.containsAll(takePart));
        assertFalse(told.contains(administrator));
    }

    @Test
    void changeThatCannotBeToldIsNotMade() {
        UUID item = UUID.randomUUID();
        for (Map<String, String> words : Set.of(Map.<String, String>of(), Map.of("reference", "N-1"))) {
            String kind = words.isEmpty() ? "need-opened" : "need-lost";
            assertThrows(
                    IllegalArgumentException.class,
                    () -> AsService.run(() -> Happened.tell(kind, item, words, "state:KEN")));
        }
        assertEquals("0", count("select count(*) from change where item_id = ?", item));
    }

    @Test
    void nothingIsToldWithoutAChange() {
        Happening made = new Happening(
                Long.MAX_VALUE,
                "need-opened",
                "need",
                UUID.randomUUID(),
                Set.of("committee"),
                Map.of("reference", "N"));
        assertThrows(RuntimeException.class, () -> changes.tell(made), "outside of a transaction");
        assertThrows(RuntimeException.class, () -> AsService.run(() -> changes.tell(made)), "of a change that is not");
    }

    @Test
    void eachIsToldWhomTheAddresseesStandFor() {
        String code = Api.unique("T");
        UUID focalPoint = People.account(Assignment.focalPoint("TUV"));
        UUID otherFocalPoint = People.account(Assignment.focalPoint("NRU"));
        UUID provider = People.account(Assignment.provider(code));
        UUID expert = People.account(Assignment.expert());
        UUID member = People.account(Assignment.committee("TUV"));
        UUID several = People.account(Assignment.focalPoint("TUV"), Assignment.provider(code));
        UUID administrator = People.account(Assignment.administrator());
        UUID deactivated = People.account(Assignment.focalPoint("TUV"));
        People.run("update account set status = 'DEACTIVATED' where id = ?", deactivated);

        assertEquals(Set.of(focalPoint, several), told(Happened.needOpened("state:TUV")));
        assertEquals(Set.of(provider, several), told(Happened.needOpened("provider:" + code)));
        assertEquals(Set.of(focalPoint, provider, several), told(Happened.needOpened("state:TUV", "provider:" + code)));
        Set<UUID> experts = told(Happened.needOpened("executive-directorate"));
        Set<UUID> committee = told(Happened.needOpened("committee"));
        Set<UUID> all = Set.of(focalPoint, otherFocalPoint, provider, several, expert, member, administrator);
        assertEquals(Set.of(expert), only(all, experts));
        assertEquals(Set.of(member), only(all, committee));
    }

    /** Who is a party does not decide, and is not asked to; unless the same person sits for another State as well. */
    @Test
    void recusedMembersAreNotToldWithTheCommittee() {
        UUID member = People.account(Assignment.committee("TUV"));
        UUID recused = People.account(Assignment.committee("NRU"));
        UUID forBoth = People.account(Assignment.committee("NRU"), Assignment.committee("TUV"));
        UUID alsoExpert = People.account(Assignment.committee("NRU"), Assignment.expert());
        UUID item = UUID.randomUUID();
        AsService.run(() -> {
            long change = Happened.tell("need-opened", item, Map.of("reference", "N-1"), "state:PLW");
            changes.tell(new Happening(
                    change,
                    "need-acknowledged",
                    "need",
                    item,
                    Set.of("committee", "executive-directorate"),
                    Set.of("NRU"),
                    Map.of("reference", "N-1")));
        });
        Set<UUID> all = Set.of(member, recused, forBoth, alsoExpert);
        assertEquals(Set.of(member, forBoth, alsoExpert), only(all, told(item)));
        assertEquals(
                "{executive-directorate}",
                Told.value("select addressees from notice where item_id = ? and account = ?", item, alsoExpert));
    }

    private static Set<UUID> only(Set<UUID> of, Set<UUID> those) {
        Set<UUID> both = new TreeSet<>(of);
        both.retainAll(those);
        return both;
    }

    @Test
    void oneIsToldOnceHoweverOftenItIsSaid() throws Exception {
        UUID account = People.account(Assignment.focalPoint("PLW"));
        UUID item = UUID.randomUUID();
        AsService.run(() -> {
            long change = Happened.tell("need-opened", item, Map.of("reference", "N-1"), "state:PLW");
            changes.tell(new Happening(
                    change, "need-opened", "need", item, Set.of("state:PLW", "committee"), Map.of("reference", "N-1")));
        });
        AtOnce.run(
                () -> {
                    rounds.go();
                    return true;
                },
                () -> {
                    rounds.go();
                    return true;
                });
        rounds.go();
        assertEquals("1", Told.value("select count(*) from notice where item_id = ? and account = ?", item, account));
        assertEquals("0", Told.value("select count(*) from outbox where item_id = ? and told_at is null", item));
        assertThrows(
                IllegalStateException.class,
                () -> People.run(
                        "insert into notice (id, account, addressees, change, kind, item, item_id, words, at, mail, daily,"
                                + " mail_tries) select gen_random_uuid(), account, addressees, change, kind, item, item_id,"
                                + " words, at, 'NONE', false, 0 from notice where item_id = ? and account = ?",
                        item,
                        account),
                "the database refuses a second one");
    }

    /** Where no mail can be sent none waits. */
    @Test
    void withoutASenderNothingWaitsForMail() {
        UUID account = People.account(Assignment.focalPoint("VUT"));
        UUID item = Happened.needOpened("state:VUT");
        assertEquals(Set.of(account), told(item));
        assertEquals("NONE", Told.value("select mail from notice where item_id = ?", item));
        assertNull(Told.value("select mail_due_at::text from notice where item_id = ?", item));
    }

    @Test
    void noticesGoWithTheirAccount() {
        UUID account = People.account(Assignment.focalPoint("WSM"));
        UUID item = Happened.needOpened("state:WSM");
        assertEquals(Set.of(account), told(item));
        People.run("delete from account where id = ?", account);
        assertEquals(Set.of(), Told.accounts(item));
    }
}
