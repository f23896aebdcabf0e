package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Assignment;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.SortKey;

@ApplicationScoped
class AccountRepository {

    private static final Listing<AccountEntity> LISTING = new Listing<>(
            AccountEntity.class,
            account -> account.id,
            List.of(
                    new SortKey<>("email", "e.email", account -> account.email, text -> text),
                    new SortKey<>("createdAt", "e.createdAt", account -> account.createdAt, Instant::parse)));

    private final EntityManager database;

    AccountRepository(EntityManager database) {
        this.database = database;
    }

    Optional<AccountEntity> byEmail(String email) {
        return database.createQuery("from AccountEntity where email = :email", AccountEntity.class)
                .setParameter("email", Email.normal(email))
                .getResultStream()
                .findFirst();
    }

    Optional<AccountEntity> byId(UUID id) {
        return Optional.ofNullable(database.find(AccountEntity.class, id));
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<AccountEntity> locked(UUID id) {
        return Optional.ofNullable(database.find(AccountEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Page<AccountEntity> page(List<String> conditions, Map<String, Object> parameters, PageRequest asked) {
        return LISTING.read(database, conditions, parameters, asked, account -> account);
    }

    void add(AccountEntity account) {
        database.persist(account);
    }

    /** Counts a change that is not in the account's own row. */
    void touch(AccountEntity account) {
        database.flush();
        database.lock(account, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        database.flush();
    }

    void flush() {
        database.flush();
    }

    /** Of these accounts, read at once; accounts without any are left out. */
    Map<UUID, Set<Assignment>> assignments(Collection<UUID> accounts) {
        return rolesOf(accounts).stream()
                .collect(Collectors.groupingBy(
                        role -> role.account,
                        HashMap::new,
                        Collectors.mapping(AccountRoleEntity::assignment, Collectors.toSet())));
    }

    Set<Assignment> assignments(UUID account) {
        return assignments(List.of(account)).getOrDefault(account, Set.of());
    }

    List<AccountRoleEntity> rolesOf(Collection<UUID> accounts) {
        return database.createQuery("from AccountRoleEntity where account in :accounts", AccountRoleEntity.class)
                .setParameter("accounts", accounts)
                .getResultList();
    }

    /** Roles that stay keep their row, and with it their place in tokens and sub-committees. */
    void assign(UUID account, Set<Assignment> wanted) {
        Set<Assignment> missing = new HashSet<>(wanted);
        for (AccountRoleEntity role : rolesOf(List.of(account))) {
            if (!missing.remove(role.assignment())) {
                database.remove(role);
            }
        }
        database.flush();
        for (Assignment assignment : missing) {
            AccountRoleEntity role = new AccountRoleEntity();
            role.id = UUID.randomUUID();
            role.account = account;
            role.role = assignment.role();
            role.state = assignment.state();
            role.provider = assignment.provider();
            database.persist(role);
        }
        database.flush();
    }

    /** Until this transaction ends nobody else counts administrators: two could remove each other at once. */
    void lockAdministrators() {
        database.createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended('administrators', 0)) is null", Boolean.class)
                .getSingleResult();
    }

    /** Active accounts of administrators other than this one, those of the sample not counted. */
    long otherAdministrators(UUID account) {
        return database.createQuery(
                        "select count(*) from AccountRoleEntity r join AccountEntity a on a.id = r.account"
                                + " where r.role = ADMINISTRATOR and a.status = ACTIVE and not a.sample"
                                + " and a.id <> :account",
                        Long.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    boolean hasAdministrator() {
        return otherAdministrators(new UUID(0, 0)) > 0;
    }

    boolean isEmpty() {
        return database.createQuery("select id from AccountEntity where not sample", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Everything that lets this account in without a password ends: sessions, tokens, links. */
    void shutOut(UUID account, Instant now) {
        run("delete from session where account = :account", account);
        run("delete from account_link where account = :account", account);
        database.createNativeQuery(
                        "update api_token set revoked_at = :now where account = :account and revoked_at is null")
                .setParameter("now", now)
                .setParameter("account", account)
                .executeUpdate();
    }

    private void run(String sql, UUID account) {
        database.createNativeQuery(sql).setParameter("account", account).executeUpdate();
    }
}
