package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;

/**
 * Which providers there are: whoever keeps the accounts must know the codes, of those too whose entries are not theirs to
 * read.
 */
@Walled
@ApplicationScoped
class RegisteredProviders {

    private final EntityManager database;

    RegisteredProviders(EntityManager database) {
        this.database = database;
    }

    /** @param service the service itself, who sees all */
    @Transactional
    boolean has(Reader service, String code) {
        return (Boolean)
                database.createNativeQuery("select exists (select 1 from provider where code = :code)", Boolean.class)
                        .setParameter("code", code)
                        .getSingleResult();
    }
}
