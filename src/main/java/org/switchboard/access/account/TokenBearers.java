package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Role;

/** Who stands behind an API token at this moment. */
@ApplicationScoped
class TokenBearers {

    /** One row for each role that the token carries, and one without where it carries none any more. */
    private static final String BEARER = """
            select a.id account, a.email, t.changes, r.role, r.state, r.provider
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
            Person person = new Person(row.get("account", UUID.class), row.get("email", String.class), roles(rows));
            return new Presence(person, row.get("changes", Boolean.class));
        });
    }

    static Set<Assignment> roles(List<Tuple> rows) {
        return rows.stream()
                .filter(row -> row.get("role") != null)
                .map(row -> new Assignment(
                        Role.valueOf(row.get("role", String.class)),
                        row.get("state", String.class),
                        row.get("provider", String.class)))
                .collect(Collectors.toSet());
    }
}
