package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.BASE;
import static org.switchboard.testing.Api.problem;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.Browser;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.MailServer;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** A service of its own, with mail and nobody in it: links that go by mail, and the first administrator. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(MailServer.class)
class LettersTest {

    private static final String CHOSEN = "velvet compass thirteen rivers";

    GreenMail mail;

    @Inject
    FirstAdministrator first;

    @BeforeEach
    void nobody() throws Exception {
        People.run("delete from account");
        mail.purgeEmailFromAllMailboxes();
    }

    private String newToken(Assignment... assignments) {
        return new People.NewToken().of(People.account(assignments), assignments);
    }

    private static Response send(String path, Body body) {
        return given().contentType("application/json").body(body).post(BASE + path);
    }

    private static Response create(String administrator, String email) {
        return given().header("Authorization", "Bearer " + administrator)
                .contentType("application/json")
                .body(Body.empty()
                        .with("email", email)
                        .with(
                                "account",
                                Body.empty()
                                        .with("name", "A. Person")
                                        .with("language", "en")
                                        .with(
                                                "assignments",
                                                List.of(Body.empty().with("role", "EXPERT")))))
                .post(BASE + "/accounts");
    }

    private String tokenIn(MimeMessage message, String page) {
        Matcher link = Pattern.compile("https://switchboard\\.un\\.example/" + page + "#([A-Za-z0-9_-]{43})")
                .matcher(GreenMailUtil.getBody(message));
        assertTrue(link.find(), GreenMailUtil.getBody(message));
        return link.group(1);
    }

    private static Body chosen(String token) {
        return Body.empty().with("token", token).with("password", CHOSEN);
    }

    @Test
    void invitationGoesByMailAndNotThroughTheAdministrator() throws Exception {
        String email = Api.unique("p") + "@people.example";
        create(newToken(Assignment.administrator()), email)
                .then()
                .statusCode(201)
                .body("invitation.mailed", is(true))
                .body("invitation.link", nullValue());
        assertTrue(mail.waitForIncomingEmail(10_000, 1));
        MimeMessage message = mail.getReceivedMessages()[0];
        assertEquals(email, message.getAllRecipients()[0].toString());
        assertEquals("switchboard@un.example", message.getFrom()[0].toString());
        send("/invitations/acceptance", chosen(tokenIn(message, "accept-invitation")))
                .then()
                .statusCode(204);
        Browser.signIn(Body.empty().with("email", email).with("password", CHOSEN))
                .then()
                .statusCode(201);
    }

    @Test
    void forgottenPasswordIsAnsweredAlikeAndMailedOnce() throws Exception {
        String email = People.email(People.accountWithPassword(Assignment.expert()));
        UUID closed = People.accountWithPassword(Assignment.expert());
        People.run("update account set status = 'DEACTIVATED' where id = ?", closed);
        String answer = forget(email);
        assertEquals(answer, forget("nobody@people.example"));
        assertEquals(answer, forget(People.email(closed)));
        assertTrue(mail.waitForIncomingEmail(10_000, 1));
        // within five minutes there is no second mail; another account's mail shows that the queue was worked off
        forget(email);
        String other = People.email(People.accountWithPassword(Assignment.expert()));
        forget(other);
        Deadline.seconds(10)
                .until("the other mail is there", () -> mail.getReceivedMessagesForDomain(other).length == 1);
        assertEquals(1, mail.getReceivedMessagesForDomain(email).length);
        assertEquals(2, mail.getReceivedMessages().length);
        String token = tokenIn(mail.getReceivedMessagesForDomain(email)[0], "reset-password");
        send("/password-resets/completion", chosen(token)).then().statusCode(204);
        Browser.signIn(Body.empty().with("email", email).with("password", CHOSEN))
                .then()
                .statusCode(201);
    }

    private static String forget(String email) {
        return send("/password-resets", Body.empty().with("email", email))
                .then()
                .statusCode(202)
                .body("message", containsString("If there is an account"))
                .extract()
                .asString();
    }

    @Test
    void mailThatCannotBeSentLeavesTheLinkToTheAdministrator() {
        mail.stop();
        try {
            create(newToken(Assignment.administrator()), Api.unique("p") + "@people.example")
                    .then()
                    .statusCode(201)
                    .body("invitation.mailed", is(false))
                    .body("invitation.link", containsString("https://switchboard.un.example/accept-invitation#"));
        } finally {
            mail.start();
        }
    }

    private static Body administrator(String token, String email) {
        return Body.empty()
                .with("token", token)
                .with("email", email)
                .with("name", "First Person")
                .with("password", CHOSEN);
    }

    @Test
    void firstAdministratorIsMadeOnceByTheLinkOfTheNewestStart() {
        String old = first.offer().orElseThrow().token().value();
        String token = first.offer().orElseThrow().token().value();
        problem(send("/first-administrator", administrator(old, "first@un.example")), 422, "rules-broken");
        problem(
                send(
                        "/first-administrator",
                        administrator(token, "first@un.example").with("password", "short")),
                422,
                "rules-broken");
        send("/first-administrator", administrator(token, "first@un.example"))
                .then()
                .statusCode(201)
                .body("status", is("ACTIVE"))
                .body("assignments[0].role", is("ADMINISTRATOR"));
        problem(send("/first-administrator", administrator(token, "second@un.example")), 409, "conflict");
        assertFalse(first.offer().isPresent());
        Browser.signIn(Body.empty().with("email", "first@un.example").with("password", CHOSEN))
                .then()
                .statusCode(201)
                .body("secondFactorMissing", is(true));
    }

    @Test
    void linkOfTheFirstAdministratorIsGoodForADay() {
        String token = first.offer().orElseThrow().token().value();
        People.run("update account_link set created_at = now() - interval '24 hours',"
                + " expires_at = expires_at - interval '24 hours'");
        problem(send("/first-administrator", administrator(token, "first@un.example")), 422, "rules-broken");
    }

    @Test
    void linkIsDeadWhereAnAdministratorCameAnotherWay() {
        String token = first.offer().orElseThrow().token().value();
        People.account(Assignment.administrator());
        problem(send("/first-administrator", administrator(token, "first@un.example")), 409, "conflict");
    }

    @Test
    void accountsOfTheSampleDoNotCount() {
        UUID sample = People.account(Assignment.administrator());
        People.run("update account set sample = true where id = ?", sample);
        String token = first.offer().orElseThrow().token().value();
        send("/first-administrator", administrator(token, "first@un.example"))
                .then()
                .statusCode(201);
    }

    @Test
    void lastActiveAdministratorStays() {
        UUID last = People.account(Assignment.administrator());
        UUID gone = People.account(Assignment.administrator());
        String token = new People.NewToken().of(gone, Assignment.administrator());
        // acts once more although nobody counts it any more
        People.run("update account set sample = true where id = ?", gone);
        problem(
                given().header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .body(Body.reason("tidying up"))
                        .post(BASE + "/accounts/" + last + "/deactivation"),
                409,
                "conflict");
        problem(
                given().header("Authorization", "Bearer " + token)
                        .contentType("application/json")
                        .header("If-Match", "\"0\"")
                        .body(Body.empty()
                                .with("name", "n")
                                .with("language", "en")
                                .with("assignments", List.of()))
                        .put(BASE + "/accounts/" + last),
                409,
                "conflict");
        People.account(Assignment.administrator());
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Body.reason("tidying up"))
                .post(BASE + "/accounts/" + last + "/deactivation")
                .then()
                .statusCode(200);
    }
}
