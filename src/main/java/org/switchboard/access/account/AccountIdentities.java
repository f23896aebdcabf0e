package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Person;
import org.switchboard.shared.Refusal;

/**
 * Which account is whose, for people whom a provider of identities vouches for. It says who they are; what they may do is
 * said here alone. No account is ever made this way.
 */
@ApplicationScoped
class AccountIdentities {

    private static final String ITEM = "account";

    /** One row for each role, and one without where there is none. */
    private static final String HOLDER = """
            select a.id account, a.email, a.status, r.role, r.state, r.provider
            from account_identity i
                join account a on a.id = i.account
                left join account_role r on r.account = a.id
            where i.issuer = :issuer and i.subject = :subject
            """;

    private static final String BY_ADDRESS = """
            select a.id, exists (select 1 from account_identity i where i.account = a.id) taken
            from account a where a.email = :email
            """;

    private final EntityManager database;
    private final AccountChanges changes;
    private final Clock clock;

    AccountIdentities(EntityManager database, AccountChanges changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Who this is, as of now. The first time it is whoever was invited under the same address, from then on whatever
     * address the provider names.
     *
     * @throws Refusal.NotAllowed if there is no such account, or it is shut
     */
    @Transactional
    Person person(ProvenIdentity proven) {
        List<Tuple> rows = holder(proven);
        if (rows.isEmpty()) {
            bind(proven);
            rows = holder(proven);
        }
        Tuple account = rows.get(0);
        UUID id = account.get("account", UUID.class);
        String email = account.get("email", String.class);
        requireOpen(id, email, Status.valueOf(account.get("status", String.class)));
        return new Person(id, email, Presence.roles(rows));
    }

    private List<Tuple> holder(ProvenIdentity proven) {
        return tuples(database.createNativeQuery(HOLDER, Tuple.class)
                .setParameter("issuer", proven.issuer())
                .setParameter("subject", proven.subject()));
    }

    private void bind(ProvenIdentity proven) {
        String email = proven.email()
                .orElseThrow(() -> new Refusal.NotAllowed("Your provider does not say that your e-mail address is"
                        + " verified, and by it you would be found here. Have it verified there, then sign in again."));
        lock(email);
        List<Tuple> found =
                tuples(database.createNativeQuery(BY_ADDRESS, Tuple.class).setParameter("email", email));
        if (found.isEmpty()) {
            throw new Refusal.NotAllowed(
                    "There is no account for you here. An administrator makes accounts: ask for one"
                            + " under the e-mail address that your provider has for you.");
        }
        if (!holder(proven).isEmpty()) {
            // by another request, while this one waited
            return;
        }
        if (found.get(0).get("taken", Boolean.class)) {
            throw new Refusal.NotAllowed("The account under your e-mail address belongs to somebody else whom your"
                    + " provider knows. Ask an administrator.");
        }
        UUID account = found.get(0).get("id", UUID.class);
        database.createNativeQuery("insert into account_identity (issuer, subject, account, bound_at)"
                        + " values (:issuer, :subject, :account, :now)")
                .setParameter("issuer", proven.issuer())
                .setParameter("subject", proven.subject())
                .setParameter("account", account)
                .setParameter("now", clock.instant())
                .executeUpdate();
        record(account, email, null, null, "identity bound", new Bound(proven.issuer(), proven.subject()));
    }

    /** One at a time, or two people with the same address would both find the account free. */
    private void lock(String email) {
        database.createNativeQuery("select id from account where email = :email for update", UUID.class)
                .setParameter("email", email)
                .getResultList();
    }

    private void requireOpen(UUID account, String email, Status status) {
        if (status == Status.DEACTIVATED) {
            throw new Refusal.NotAllowed("Your account here is shut. Ask an administrator.");
        }
        if (status == Status.INVITED
                && database.createNativeQuery("update account set status = 'ACTIVE', version = version + 1"
                                        + " where id = :account and status = 'INVITED'")
                                .setParameter("account", account)
                                .executeUpdate()
                        > 0) {
            record(account, email, Status.INVITED, Status.ACTIVE, "signed in for the first time", List.of());
        }
    }

    private void record(
            UUID account, String who, @Nullable Status from, @Nullable Status to, String what, Object content) {
        changes.record(ITEM, account, who, from, to, what, content);
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }

    /** As kept in the record of changes. */
    record Bound(String issuer, String subject) {}

    private enum Status {
        INVITED,
        ACTIVE,
        DEACTIVATED
    }
}
