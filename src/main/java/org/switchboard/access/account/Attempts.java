package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.switchboard.shared.Networks;
import org.switchboard.shared.Refusal;

/**
 * Slows down guessing. After a few attempts in a row that did not get in, each further one has to wait, twice as long as
 * the one before; what comes sooner is refused unread, right or wrong.
 *
 * <p>An attempt counts as failed when it begins and is forgiven when it succeeds, so that many at once are no way
 * around. Addresses of accounts that do not exist are treated no differently.
 */
@ApplicationScoped
class Attempts {

    private static final int FREE_PER_ACCOUNT = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 20;

    /** After this, whoever made no further attempt starts anew. */
    private static final Duration MEMORY = Duration.ofHours(24);

    /** No wait is one that ended long ago: of two attempts at once one may hold an earlier time than the other wrote down. */
    private static final String COUNT = """
            insert into sign_in_attempt as a (subject, failures, wait_until, last_at)
            values (:subject, 1, timestamptz 'epoch', :now)
            on conflict (subject) do update set failures = a.failures + 1, last_at = :now,
                wait_until = case when a.failures + 1 < :free then a.wait_until
                    else cast(:now as timestamptz) + least(:longest, power(2, least(a.failures + 1 - :free, :doublings)))
                        * interval '1 second' end
            where a.wait_until <= :now
            returning failures
            """;

    private final EntityManager database;
    private final Clock clock;
    private final int freePerClient;

    Attempts(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "switchboard.sign-in.free-failures-per-client") int freePerClient) {
        this.database = database;
        this.clock = clock;
        this.freePerClient = freePerClient;
    }

    /**
     * Begins an attempt to get into an account.
     *
     * @param client the address that it comes from; its whole network waits
     * @throws Refusal.TooManyAttempts if it comes too soon
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void begin(String email, String client) {
        forgetOld();
        count(ofClient(client), freePerClient);
        count(ofAccount(email), FREE_PER_ACCOUNT);
    }

    /** The attempt got in: the account starts anew, and the client as if it had not tried. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void succeeded(String email, String client) {
        forget(email);
        run(
                "update sign_in_attempt set failures = greatest(failures - 1, 0), wait_until = timestamptz 'epoch'"
                        + " where subject = :subject",
                ofClient(client));
    }

    /** The account starts anew, as after a new password. */
    @Transactional
    void forget(String email) {
        database.createNativeQuery("delete from sign_in_attempt where subject = :subject")
                .setParameter("subject", ofAccount(email))
                .executeUpdate();
    }

    private void count(String subject, int free) {
        boolean mayTry = !database.createNativeQuery(COUNT, Integer.class)
                .setParameter("subject", subject)
                .setParameter("now", clock.instant())
                .setParameter("free", free)
                .setParameter("longest", LONGEST_WAIT.toSeconds())
                .setParameter("doublings", MOST_DOUBLINGS)
                .getResultList()
                .isEmpty();
        if (!mayTry) {
            throw new Refusal.TooManyAttempts(secondsToWait(subject));
        }
    }

    private long secondsToWait(String subject) {
        List<Instant> until = database.createNativeQuery(
                        "select wait_until from sign_in_attempt where subject = :subject", Instant.class)
                .setParameter("subject", subject)
                .getResultList();
        return until.isEmpty()
                ? 1
                : Math.max(1, Duration.between(clock.instant(), until.get(0)).toSeconds() + 1);
    }

    private void forgetOld() {
        database.createNativeQuery("delete from sign_in_attempt where last_at < :old")
                .setParameter("old", clock.instant().minus(MEMORY))
                .executeUpdate();
    }

    private void run(String sql, String subject) {
        database.createNativeQuery(sql).setParameter("subject", subject).executeUpdate();
    }

    private static String ofAccount(String email) {
        return fingerprint("account:" + Email.normal(email));
    }

    private static String ofClient(String address) {
        return fingerprint("client:" + Networks.of(address));
    }

    private static String fingerprint(String subject) {
        return HexFormat.of().formatHex(new Secret(subject).fingerprint());
    }
}
