package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class SubCommitteeRepository {

    private static final String MEMBERS = """
            select m.sub_committee, a.id as account, a.name, r.state
            from sub_committee_member m
                join account_role r on r.id = m.account_role
                join account a on a.id = r.account
            where m.sub_committee = any(:groups) and a.status = 'ACTIVE'
            order by a.name, a.id, r.state
            """;

    private final EntityManager database;

    SubCommitteeRepository(EntityManager database) {
        this.database = database;
    }

    List<SubCommitteeEntity> all() {
        return database.createQuery("from SubCommitteeEntity order by name", SubCommitteeEntity.class)
                .getResultList();
    }

    Optional<SubCommitteeEntity> locked(UUID id) {
        return Optional.ofNullable(database.find(SubCommitteeEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<SubCommitteeEntity> byId(UUID id) {
        return Optional.ofNullable(database.find(SubCommitteeEntity.class, id));
    }

    boolean hasOther(String name, UUID id) {
        return !database.createQuery("select id from SubCommitteeEntity where name = :name and id <> :id", UUID.class)
                .setParameter("name", name)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    void add(SubCommitteeEntity group) {
        database.persist(group);
        database.flush();
    }

    void remove(SubCommitteeEntity group) {
        database.remove(group);
    }

    void touch(SubCommitteeEntity group) {
        database.flush();
        database.lock(group, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        database.flush();
    }

    /** Every right for the Committee that these accounts have makes them members. */
    void setMembers(UUID group, Collection<UUID> accounts) {
        database.createNativeQuery("delete from sub_committee_member where sub_committee = :group")
                .setParameter("group", group)
                .executeUpdate();
        database.createNativeQuery("insert into sub_committee_member (sub_committee, account_role)"
                        + " select cast(:group as uuid), id from account_role"
                        + " where role = 'COMMITTEE' and account = any(:accounts)")
                .setParameter("group", group)
                .setParameter("accounts", accounts.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Of these groups, read at once. */
    @SuppressWarnings("unchecked")
    Map<UUID, List<SubCommitteeView.Member>> members(Collection<UUID> groups) {
        List<Tuple> rows = database.createNativeQuery(MEMBERS, Tuple.class)
                .setParameter("groups", groups.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("sub_committee", UUID.class),
                        HashMap::new,
                        Collectors.mapping(
                                row -> new SubCommitteeView.Member(
                                        row.get("account", UUID.class),
                                        row.get("name", String.class),
                                        row.get("state", String.class)),
                                Collectors.toList())));
    }
}
