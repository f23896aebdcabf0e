package org.switchboard.access.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.shared.Refusal;
import org.switchboard.testing.Api;
import org.switchboard.testing.AtOnce;
import org.switchboard.testing.Body;
import org.switchboard.testing.Browser;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** Guessing is slowed down: for an account, real or not, and for the address that it comes from. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AttemptsTest {

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private static Response signIn(String email, String password) {
        return Browser.signIn(Body.empty().with("email", email).with("password", password));
    }

    private static String subject(String what) {
        return HexFormat.of().formatHex(new Secret(what).fingerprint());
    }

    private static void waitIsOver(String subject) {
        assertEquals(
                1,
                People.run(
                        "update sign_in_attempt set wait_until = now() - interval '1 second' where subject = ?",
                        subject(subject)));
    }

    /** However slow the machine is, the next attempt comes before the wait is over. */
    private static void waitIsLong(String subject) {
        assertEquals(
                1,
                People.run(
                        "update sign_in_attempt set wait_until = now() + interval '10 minutes' where subject = ?",
                        subject(subject)));
    }

    /** So many attempts that fail, each after the wait of the one before. */
    private static void fail(String email, int times) {
        for (int i = 0; i < times; i++) {
            problem(signIn(email, "wrong"), 401, "unauthenticated");
            waitIsOver("account:" + email);
        }
    }

    private static int wait(String subject) {
        return (int) Math.round(Double.parseDouble(People.value(
                "select greatest(0, extract(epoch from wait_until - last_at)) from sign_in_attempt where subject = ?",
                subject(subject))));
    }

    @Test
    void fiveAttemptsAreFreeThenEachWaitsTwiceAsLong() {
        String email = Api.unique("nobody") + "@people.example";
        String subject = "account:" + email;
        for (int i = 0; i < 4; i++) {
            problem(signIn(email, "wrong"), 401, "unauthenticated");
            assertEquals(0, wait(subject));
        }
        for (int expected : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900)) {
            problem(signIn(email, "wrong"), 401, "unauthenticated");
            assertEquals(expected, wait(subject));
            waitIsOver(subject);
        }
        waitIsLong(subject);
        Response refused = signIn(email, "wrong");
        problem(refused, 429, "too-many-attempts");
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds > 500 && seconds <= 600, refused.header("Retry-After"));
    }

    @Test
    void accountsThatExistAreTreatedNoDifferently() {
        String real = People.email(People.accountWithPassword(Assignment.expert()));
        String unreal = Api.unique("nobody") + "@people.example";
        for (String email : List.of(real, unreal)) {
            fail(email, 4);
            problem(signIn(email, "wrong"), 401, "unauthenticated");
            assertEquals(1, wait("account:" + email));
            waitIsLong("account:" + email);
            problem(signIn(email, "wrong"), 429, "too-many-attempts");
        }
    }

    @Test
    void rightPasswordDuringTheWaitDoesNotGetInAndAfterItStartsAnew() {
        String email = People.email(People.accountWithPassword(Assignment.expert()));
        fail(email, 6);
        waitIsLong("account:" + email);
        problem(signIn(email, People.PASSWORD), 429, "too-many-attempts");
        waitIsOver("account:" + email);
        signIn(email, People.PASSWORD).then().statusCode(201);
        problem(signIn(email, "wrong"), 401, "unauthenticated");
        assertEquals(0, wait("account:" + email));
    }

    @Test
    void spellingTheAddressOtherwiseIsNoWayAround() {
        String email = Api.unique("nobody") + "@people.example";
        fail(email, 1);
        waitIsLong("account:" + email);
        problem(signIn(" " + email.toUpperCase(Locale.ROOT), "wrong"), 429, "too-many-attempts");
    }

    @Test
    void manyAtOnceAreNoWayAround() throws Exception {
        String email = Api.unique("nobody") + "@people.example";
        // the next that fails makes the others wait a minute
        fail(email, 10);
        List<Integer> answers = AtOnce.run(
                () -> signIn(email, "a").statusCode(),
                () -> signIn(email, "b").statusCode(),
                () -> signIn(email, "c").statusCode(),
                () -> signIn(email, "d").statusCode());
        assertEquals(List.of(401, 429, 429, 429), answers.stream().sorted().toList());
    }

    @Test
    void clientHasToWaitWhomeverItTries() {
        Attempts few = new Attempts(database, clock, 3);
        String client = Api.unique("client");
        in(() -> few.begin(Api.unique("a"), client));
        String known = Api.unique("b");
        in(() -> few.begin(known, client));
        in(() -> few.succeeded(known, client));
        in(() -> few.begin(Api.unique("c"), client));
        in(() -> few.begin(Api.unique("d"), client));
        assertThrows(Refusal.TooManyAttempts.class, () -> in(() -> few.begin(Api.unique("e"), client)));
        in(() -> few.begin(Api.unique("e"), Api.unique("client")));
    }

    @Test
    void afterADayOneStartsAnew() {
        String email = Api.unique("nobody") + "@people.example";
        fail(email, 1);
        waitIsLong("account:" + email);
        People.run(
                "update sign_in_attempt set last_at = now() - interval '25 hours' where subject = ?",
                subject("account:" + email));
        problem(signIn(email, "wrong"), 401, "unauthenticated");
    }

    @Test
    void whoTriedWhomIsNotKept() {
        String email = Api.unique("nobody") + "@people.example";
        signIn(email, "wrong");
        assertEquals("0", People.value("select count(*) from sign_in_attempt where subject !~ '^[0-9a-f]{64}$'"));
    }

    /** In a transaction, as the container would open one. */
    private static void in(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
