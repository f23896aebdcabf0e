package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class SecondFactorRepository {

    private final EntityManager database;

    SecondFactorRepository(EntityManager database) {
        this.database = database;
    }

    Optional<SecondFactorEntity> of(UUID account) {
        return Optional.ofNullable(database.find(SecondFactorEntity.class, account));
    }

    /** Those of these accounts that have set one up. */
    Set<UUID> confirmedAmong(Collection<UUID> accounts) {
        return database.createQuery(
                        "select account from SecondFactorEntity where confirmed and account in :accounts", UUID.class)
                .setParameter("accounts", accounts)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    void add(SecondFactorEntity factor) {
        database.persist(factor);
        database.flush();
    }

    /** @return whether there was one */
    boolean remove(UUID account) {
        return database.createNativeQuery("delete from second_factor where account = :account")
                        .setParameter("account", account)
                        .executeUpdate()
                == 1;
    }

    /** Takes the code of a time step, unless that one or a later one was taken before. */
    boolean useStep(UUID account, long step) {
        return database.createNativeQuery(
                                "update second_factor set last_step = :step where account = :account and last_step < :step")
                        .setParameter("step", step)
                        .setParameter("account", account)
                        .executeUpdate()
                == 1;
    }

    void addRecoveryCode(UUID account, byte[] fingerprint) {
        database.createNativeQuery("insert into recovery_code (account, sha256) values (:account, :fingerprint)")
                .setParameter("account", account)
                .setParameter("fingerprint", fingerprint)
                .executeUpdate();
    }

    List<byte[]> recoveryCodes(UUID account) {
        return database.createNativeQuery("select sha256 from recovery_code where account = :account", byte[].class)
                .setParameter("account", account)
                .getResultList();
    }

    /** Takes a recovery code, unless it was taken before. */
    boolean useRecoveryCode(UUID account, byte[] fingerprint) {
        return database.createNativeQuery(
                                "delete from recovery_code where account = :account and sha256 = :fingerprint")
                        .setParameter("account", account)
                        .setParameter("fingerprint", fingerprint)
                        .executeUpdate()
                == 1;
    }
}
