package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.Assignment;

@ApplicationScoped
class TokenRepository {

    private final EntityManager database;
    private final AccountRepository accounts;

    TokenRepository(EntityManager database, AccountRepository accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    void add(TokenEntity token, Collection<Assignment> carried) {
        database.persist(token);
        database.flush();
        for (AccountRoleEntity role : accounts.rolesOf(List.of(token.account))) {
            if (carried.contains(role.assignment())) {
                database.createNativeQuery("insert into api_token_role (token, account_role, account)"
                                + " values (:token, :role, :account)")
                        .setParameter("token", token.id)
                        .setParameter("role", role.id)
                        .setParameter("account", token.account)
                        .executeUpdate();
            }
        }
    }

    /** Newest first. */
    List<TokenEntity> of(UUID account) {
        return database.createQuery(
                        "from TokenEntity where account = :account order by createdAt desc, id", TokenEntity.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** What the tokens of an account carry, by token; those that carry nothing any more are left out. */
    Map<UUID, Set<Assignment>> carried(UUID account) {
        Map<UUID, Assignment> roles = new HashMap<>();
        accounts.rolesOf(List.of(account)).forEach(role -> roles.put(role.id, role.assignment()));
        Map<UUID, Set<Assignment>> carried = new HashMap<>();
        List<Object[]> pairs = database.createNativeQuery(
                        "select token, account_role from api_token_role where account = :account", Object[].class)
                .setParameter("account", account)
                .getResultList();
        for (Object[] pair : pairs) {
            carried.computeIfAbsent((UUID) pair[0], unknown -> new HashSet<>()).add(roles.get((UUID) pair[1]));
        }
        return carried;
    }

    /** @return whether there was such a token that was not revoked before */
    boolean revoke(UUID account, UUID token, Instant now) {
        return database.createNativeQuery("update api_token set revoked_at = :now"
                                + " where id = :token and account = :account and revoked_at is null")
                        .setParameter("now", now)
                        .setParameter("token", token)
                        .setParameter("account", account)
                        .executeUpdate()
                == 1;
    }
}
