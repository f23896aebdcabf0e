package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class SessionRepository {

    private static final String GOOD = "s.created_at > :newest_end and s.last_used_at > :idle_end";

    /** One row for each role, and one without where there is none. */
    private static final String HOLDER = """
            select s.id as session, s.second_factor, s.last_used_at, a.id as account, a.email,
                r.role, r.state, r.provider
            from session s
                join account a on a.id = s.account
                left join account_role r on r.account = a.id
            where s.sha256 = :fingerprint and a.status = 'ACTIVE' and %s
            """.formatted(GOOD);

    private final EntityManager database;
    private final Clock clock;
    private final Duration idle;
    private final Duration absolute;

    SessionRepository(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "switchboard.session.idle-limit") Duration idle,
            @ConfigProperty(name = "switchboard.session.absolute-limit") Duration absolute) {
        this.database = database;
        this.clock = clock;
        this.idle = idle;
        this.absolute = absolute;
    }

    void add(SessionEntity session) {
        database.persist(session);
        database.flush();
    }

    @SuppressWarnings("unchecked")
    List<Tuple> holder(Secret value) {
        return database.createNativeQuery(HOLDER, Tuple.class)
                .setParameter("fingerprint", value.fingerprint())
                .setParameter("newest_end", clock.instant().minus(absolute))
                .setParameter("idle_end", clock.instant().minus(idle))
                .getResultList();
    }

    void touch(UUID session, Instant now) {
        database.createNativeQuery("update session set last_used_at = :now where id = :id")
                .setParameter("now", now)
                .setParameter("id", session)
                .executeUpdate();
    }

    /** Those that are still good, newest first. */
    List<SessionEntity> of(UUID account) {
        return database.createNativeQuery(
                        "select s.* from session s where s.account = :account and " + GOOD
                                + " order by s.created_at desc",
                        SessionEntity.class)
                .setParameter("account", account)
                .setParameter("newest_end", clock.instant().minus(absolute))
                .setParameter("idle_end", clock.instant().minus(idle))
                .getResultList();
    }

    void markSecondFactor(UUID session) {
        database.createNativeQuery("update session set second_factor = true where id = :id")
                .setParameter("id", session)
                .executeUpdate();
    }

    /** @return whether there was such a session of this account */
    boolean end(UUID account, UUID session) {
        return database.createNativeQuery("delete from session where account = :account and id = :id")
                        .setParameter("account", account)
                        .setParameter("id", session)
                        .executeUpdate()
                == 1;
    }

    void endOthers(UUID account, UUID kept) {
        database.createNativeQuery("delete from session where account = :account and id <> :id")
                .setParameter("account", account)
                .setParameter("id", kept)
                .executeUpdate();
    }

    void endAll(UUID account) {
        endOthers(account, new UUID(0, 0));
    }

    /** Sessions that are good no more are of no use to anybody. */
    void forgetOld() {
        database.createNativeQuery("delete from session s where not (" + GOOD + ")")
                .setParameter("newest_end", clock.instant().minus(absolute))
                .setParameter("idle_end", clock.instant().minus(idle))
                .executeUpdate();
    }
}
