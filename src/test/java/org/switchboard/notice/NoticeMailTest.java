package org.switchboard.notice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchboard.testing.Api.problem;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.testing.Deadline;
import org.switchboard.testing.MailServer;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** Notices by mail, through a real server of mail. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(MailServer.class)
class NoticeMailTest {

    GreenMail mail;

    @Inject
    NoticeRounds rounds;

    @BeforeEach
    void nobody() throws Exception {
        People.run("delete from account");
        // what other tests left to tell
        rounds.go();
        mail.purgeEmailFromAllMailboxes();
    }

    private static UUID focalPoint(String language) {
        UUID account = People.account(Assignment.focalPoint("KEN"));
        People.run("update account set language = ? where id = ?", language, account);
        return account;
    }

    private static void prefers(UUID account, String answers, String others) {
        People.run(
                "insert into notice_preferences (account, version, answers, needs, proposals, deliveries)"
                        + " values (?, 1, ?, ?, ?, ?)",
                account,
                answers,
                others,
                others,
                others);
    }

    private MimeMessage[] mails(int wanted) throws Exception {
        rounds.go();
        Deadline.seconds(10).until(wanted + " mails", () -> mail.getReceivedMessages().length >= wanted);
        assertEquals(wanted, mail.getReceivedMessages().length);
        return mail.getReceivedMessages();
    }

    private static String body(MimeMessage message) throws Exception {
        return (String) message.getContent();
    }

    private static String status(UUID item) {
        return Told.value("select mail from notice where item_id = ?", item);
    }

    /** As if so much time had passed since. */
    private static void later(String interval) {
        People.run("update notice set mail_due_at = mail_due_at - interval '" + interval
                + "', mail_tried_at = mail_tried_at - interval '" + interval
                + "', mail_first_tried_at = mail_first_tried_at - interval '" + interval + "'");
    }

    @Test
    void mailSaysWhatHappenedInTheReadersLanguageAndNothingConfidential() throws Exception {
        UUID account = focalPoint("fr");
        UUID item = Happened.proposalAwaitsRecipient("state:KEN");
        MimeMessage message = mails(1)[0];
        String id = Told.value("select id from notice where item_id = ?", item);
        assertEquals(People.email(account), message.getAllRecipients()[0].toString());
        assertEquals("switchboard@un.example", message.getFrom()[0].toString());
        assertEquals("Une proposition attend la réponse de votre État jusqu’au 5 mars 2027", message.getSubject());
        assertEquals("fr", message.getHeader("Content-Language")[0]);
        assertEquals("<" + id + "@switchboard.un.example>", message.getMessageID());
        String body = body(message);
        assertTrue(body.contains("https://switchboard.un.example/notices/" + id), body);
        assertTrue(body.contains("jusqu’au 5 mars 2027"), body);
        for (String word : new String[] {"P-SECRET", "UNDP-SECRET", "Kenya", "KEN"}) {
            assertFalse((message.getSubject() + body).contains(word), body);
        }
        assertEquals("SENT", status(item));
    }

    /** Nobody asks for it: it is a job. */
    @Test
    void peopleAreToldAllTheTime() throws Exception {
        focalPoint("en");
        Happened.needOpened("state:KEN");
        People.run("update scheduled_tasks set execution_time = now() where task_name = 'notices'");
        Deadline.seconds(20).until("the mail is there", () -> mail.getReceivedMessages().length == 1);
    }

    @Test
    void mailGoesOutOnceForOneHappening() throws Exception {
        focalPoint("en");
        Happened.needOpened("state:KEN");
        mails(1);
        later("2 days");
        mails(1);
    }

    @Test
    void daysNoticesComeInOneMailToWhoeverWantsItSo() throws Exception {
        prefers(focalPoint("en"), "DAILY", "DAILY");
        UUID item = Happened.needOpened("state:KEN");
        Happened.proposalAwaitsRecipient("state:KEN");
        mails(0);
        assertEquals("WAITING", status(item));
        assertEquals(
                "t",
                Told.value(
                        "select mail_due_at > at and mail_due_at <= at + interval '1 day' and to_char(mail_due_at at time zone"
                                + " 'UTC', 'HH24:MI:SS') = '06:00:00' from notice where item_id = ?",
                        item));
        later("1 day");
        MimeMessage message = mails(1)[0];
        assertEquals("Your notices on Switchboard", message.getSubject());
        assertTrue(body(message).contains("- A need of your State is open for matching"), body(message));
        assertTrue(body(message).contains("- A proposal awaits the answer of your State"), body(message));
        assertEquals("SENT", status(item));
    }

    @Test
    void noMailOfWhatOneDoesNotWantButOfWhatAsksForAnAnswer() throws Exception {
        prefers(focalPoint("en"), "AT_ONCE", "NONE");
        UUID item = Happened.needOpened("state:KEN");
        Happened.proposalAwaitsRecipient("state:KEN");
        assertTrue(mails(1)[0].getSubject().startsWith("A proposal awaits"));
        assertEquals("NONE", status(item));
    }

    @Test
    void sampleAccountsAndThoseWhoAreNoLongerItGetNoMail() throws Exception {
        UUID sample = focalPoint("en");
        People.run("update account set sample = true where id = ?", sample);
        UUID deactivated = focalPoint("en");
        UUID recalled = focalPoint("en");
        for (UUID account : new UUID[] {deactivated, recalled}) {
            prefers(account, "DAILY", "DAILY");
        }
        UUID item = Happened.needOpened("state:KEN");
        mails(0);
        assertEquals(3, Told.accounts(item).size());
        People.run("update account set status = 'DEACTIVATED' where id = ?", deactivated);
        People.run("delete from account_role where account = ?", recalled);
        later("1 day");
        mails(0);
        assertEquals("0", Told.value("select count(*) from notice where item_id = ? and mail <> 'NONE'", item));
    }

    @Test
    void serverThatFailsIsTriedAgainAfterGrowingWaits() throws Exception {
        focalPoint("en");
        UUID item = Happened.needOpened("state:KEN");
        mail.stop();
        try {
            rounds.go();
            assertEquals("WAITING", status(item));
            assertEquals("60", waits(item));
            later("1 minute");
            rounds.go();
            assertEquals("120", waits(item));
        } finally {
            mail.start();
        }
        later("2 minutes");
        mails(1);
        assertEquals("SENT", status(item));
    }

    private static String waits(UUID item) {
        return Told.value(
                "select round(extract(epoch from mail_due_at - mail_tried_at))::int from notice where item_id = ?",
                item);
    }

    /** Each attempt may take a minute, and all others wait meanwhile. */
    @Test
    void serverThatIsAwayIsNotAskedForEveryLetter() throws Exception {
        focalPoint("en");
        for (int i = 0; i < 7; i++) {
            Happened.needOpened("state:KEN");
        }
        mail.stop();
        try {
            rounds.go();
        } finally {
            mail.start();
        }
        assertEquals(
                "5",
                Told.value("select count(*) from notice n join account a on a.id = n.account where mail_tries > 0"));
        later("1 minute");
        mails(7);
    }

    @Test
    void waitsGrowToTwoHours() {
        assertEquals(Duration.ofMinutes(1), Postbox.wait(1));
        assertEquals(Duration.ofMinutes(8), Postbox.wait(4));
        assertEquals(Duration.ofHours(2), Postbox.wait(8));
        assertEquals(Duration.ofHours(2), Postbox.wait(1000));
    }

    @Test
    void afterADayOfFailuresTheNoticeSaysSoAndStays() throws Exception {
        UUID account = focalPoint("en");
        String token = new People.NewToken().of(account, Assignment.focalPoint("KEN"));
        UUID item = Happened.needOpened("state:KEN");
        mail.stop();
        try {
            rounds.go();
            later("23 hours 50 minutes");
            rounds.go();
            assertEquals("WAITING", status(item));
            later("15 minutes");
            rounds.go();
        } finally {
            mail.start();
        }
        assertEquals("FAILED", status(item));
        mails(0);
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/notices")
                .then()
                .body("items[0].mail", org.hamcrest.Matchers.equalTo("FAILED"))
                .body("items[0].itemId", org.hamcrest.Matchers.equalTo(item.toString()));
    }

    /** The process may have died after the server took it. */
    @Test
    void whatWasPerhapsSentIsNotSentAgain() throws Exception {
        focalPoint("en");
        UUID item = Happened.needOpened("state:KEN");
        mails(1);
        mail.purgeEmailFromAllMailboxes();
        People.run("update notice set mail = 'SENDING' where item_id = ?", item);
        later("14 minutes");
        mails(0);
        assertEquals("SENDING", status(item));
        later("2 minutes");
        mails(0);
        assertEquals("FAILED", status(item));
    }

    private static RequestSpecification mailProgram() {
        return given().contentType("application/x-www-form-urlencoded").body("List-Unsubscribe=One-Click");
    }

    private static String stopAddress(MimeMessage message) throws Exception {
        String header = message.getHeader("List-Unsubscribe")[0];
        String start = "<https://switchboard.un.example";
        assertTrue(header.startsWith(start), header);
        return header.substring(start.length(), header.length() - 1);
    }

    @Test
    void oneClickStopsMailOfItsKindAndNoOther() throws Exception {
        UUID account = focalPoint("es");
        Happened.needOpened("state:KEN");
        MimeMessage message = mails(1)[0];
        assertEquals("List-Unsubscribe=One-Click", message.getHeader("List-Unsubscribe-Post")[0]);
        String address = stopAddress(message);
        assertTrue(body(message).contains(address));
        assertNull(Told.value(
                "select 1 from notice_stop s where position(?::bytea in s.sha256) > 0",
                address.substring(address.lastIndexOf('/') + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        given().get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Dejar de recibir correos de este tipo"));
        assertNull(Told.value("select needs from notice_preferences where account = ?", account));
        for (int i = 0; i < 2; i++) {
            mailProgram()
                    .post(address)
                    .then()
                    .statusCode(200)
                    .header("Content-Language", "es")
                    .body(containsString("Ya no recibirá"));
        }
        assertEquals("NONE", Told.value("select needs from notice_preferences where account = ?", account));
        assertEquals("AT_ONCE", Told.value("select proposals from notice_preferences where account = ?", account));
        Happened.needOpened("state:KEN");
        mails(1);
        problem(mailProgram().post("/api/v1/notice-stops/" + "x".repeat(43)), 404, "not-found");
        problem(given().get("/api/v1/notice-stops/" + "x".repeat(43)), 404, "not-found");
    }

    @Test
    void mandatoryMailHasNoLinkThatStopsIt() throws Exception {
        focalPoint("en");
        Happened.proposalAwaitsRecipient("state:KEN");
        MimeMessage message = mails(1)[0];
        assertNull(message.getHeader("List-Unsubscribe"));
        assertFalse(body(message).contains("notice-stops"));
    }
}
