package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.access.Person;

/** Who stands behind an API token at this moment. */
@ApplicationScoped
class TokenBearers {

    /** One row for each role that the token carries, and one without where it carries none any more. */
    private static final String BEARER = """
            select t.id token, t.last_used_on, a.id account, a.email, t.changes, r.role, r.state, r.provider
            from api_token t
                join account a on a.id = t.account
                left join api_token_role tr on tr.token = t.id
                left join account_role r on r.id = tr.account_role
            where t.sha256 = :fingerprint and t.revoked_at is null and t.expires_on >= :today
                and a.status = 'ACTIVE'
            """;

    private final EntityManager database;
    private final Clock clock;

    TokenBearers(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Nobody where the token is unknown, revoked or expired, or its account is not active. */
    @Transactional
    Optional<Presence> of(Secret token) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(BEARER, Tuple.class)
                .setParameter("fingerprint", token.fingerprint())
                .setParameter("today", LocalDate.now(clock))
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            writeDownUse(row);
            Person person =
                    new Person(row.get("account", UUID.class), row.get("email", String.class), Presence.roles(rows));
            return Presence.byToken(person, row.get("changes", Boolean.class));
        });
    }

    /** By the day, so that people find tokens that nobody uses, and no request waits for it but the first of a day. */
    private void writeDownUse(Tuple row) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(row.get("last_used_on", LocalDate.class))) {
            database.createNativeQuery("update api_token set last_used_on = :today where id = :token")
                    .setParameter("today", today)
                    .setParameter("token", row.get("token", UUID.class))
                    .executeUpdate();
        }
    }
}
