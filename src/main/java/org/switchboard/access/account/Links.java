package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** Links that are good once and for a while; only their fingerprints are kept. */
@ApplicationScoped
class Links {

    private final EntityManager database;
    private final Clock clock;

    Links(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One that was made earlier is good for nothing any more. */
    void forget(LinkKind kind, @Nullable UUID account) {
        database.createNativeQuery("delete from account_link where kind = :kind and account is not distinct from"
                        + " cast(:account as uuid)")
                .setParameter("kind", kind.name())
                .setParameter("account", account == null ? null : account.toString())
                .executeUpdate();
    }

    /**
     * Makes one, in place of an earlier one of its kind.
     *
     * @param account null for the first administrator, who has none yet
     */
    Link make(LinkKind kind, @Nullable UUID account) {
        forget(kind, account);
        Secret token = Secret.random();
        LinkEntity link = new LinkEntity();
        link.id = UUID.randomUUID();
        link.account = account;
        link.kind = kind;
        link.sha256 = token.fingerprint();
        link.createdAt = clock.instant();
        link.expiresAt = link.createdAt.plus(kind.life());
        database.persist(link);
        database.flush();
        return new Link(kind, token, link.expiresAt);
    }

    /** Whether one of this kind was made for this account within this time. */
    boolean wasMadeWithin(Duration time, LinkKind kind, UUID account) {
        return !database.createQuery(
                        "select id from LinkEntity where kind = :kind and account = :account and createdAt > :since",
                        UUID.class)
                .setParameter("kind", kind)
                .setParameter("account", account)
                .setParameter("since", clock.instant().minus(time))
                .getResultList()
                .isEmpty();
    }

    /**
     * The link with this token; nobody else uses it until this transaction ends.
     *
     * @throws Refusal.RulesBroken if there is none that is still good
     */
    LinkEntity good(LinkKind kind, String token) {
        return database.createQuery(
                        "from LinkEntity where sha256 = :fingerprint and kind = :kind and expiresAt > :now",
                        LinkEntity.class)
                .setParameter("fingerprint", new Secret(token).fingerprint())
                .setParameter("kind", kind)
                .setParameter("now", clock.instant())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refusal.RulesBroken(List.of(
                        new Violation("/token", "LinkIsGood", "is unknown, used or expired. Ask for a new link."))));
    }

    void use(LinkEntity link) {
        database.remove(link);
    }

    /** @param token the part of the link that proves it */
    record Link(LinkKind kind, Secret token, Instant expiresAt) {}
}
