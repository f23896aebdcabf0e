package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchboard.access.Assignment;
import org.switchboard.access.Reader;
import org.switchboard.access.Role;
import org.switchboard.reference.Language;

/** The face of accounts as people to whom the service writes: all of them active. For the service alone. */
@ApplicationScoped
public class Correspondents {

    /** The same names as those of {@link Assignment#addressees()}, for the database to look for. */
    private static final String HOLDS =
            "a.id in (select r.account from AccountRoleEntity r where 'state:' || r.state in :addressees"
                    + " or 'provider:' || r.provider in :addressees"
                    + " or r.role = EXPERT and 'executive-directorate' in :addressees"
                    + " or r.role = COMMITTEE and 'committee' in :addressees"
                    + " or r.role <> ADMINISTRATOR and 'participants' in :addressees)";

    private final EntityManager database;
    private final AccountRepository stored;

    Correspondents(EntityManager database, AccountRepository stored) {
        this.database = database;
        this.stored = stored;
    }

    /**
     * Those who stand for at least one of the addressees.
     *
     * @param addressees keys of owners, {@code committee} for its members, or {@code participants} for all who take part
     */
    @Transactional
    public List<Correspondent> of(Reader reader, Collection<String> addressees) {
        requireService(reader);
        return active(HOLDS, Map.of("addressees", addressees)).stream()
                .filter(person -> person.standsFor().stream().anyMatch(addressees::contains))
                .toList();
    }

    /** The person of this account, if it is active. */
    @Transactional
    public Optional<Correspondent> of(Reader reader, UUID account) {
        requireService(reader);
        return active("a.id = :account", Map.of("account", account)).stream().findFirst();
    }

    private List<Correspondent> active(String condition, Map<String, Object> parameters) {
        var query = database.createQuery(
                "from AccountEntity a where a.status = ACTIVE and " + condition, AccountEntity.class);
        parameters.forEach(query::setParameter);
        List<AccountEntity> accounts = query.getResultList();
        Map<UUID, Set<Assignment>> assignments =
                stored.assignments(accounts.stream().map(account -> account.id).toList());
        return accounts.stream()
                .map(account -> new Correspondent(
                        account.id,
                        account.email,
                        Language.ofTag(account.language).orElse(Language.EN),
                        standsFor(assignments.getOrDefault(account.id, Set.of())),
                        memberStates(assignments.getOrDefault(account.id, Set.of())),
                        account.sample))
                .toList();
    }

    private static Set<String> standsFor(Set<Assignment> assignments) {
        return assignments.stream()
                .flatMap(assignment -> assignment.addressees().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> memberStates(Set<Assignment> assignments) {
        return assignments.stream()
                .filter(assignment -> assignment.role() == Role.COMMITTEE)
                .flatMap(assignment -> Stream.ofNullable(assignment.state()))
                .collect(Collectors.toSet());
    }

    private static void requireService(Reader reader) {
        if (!reader.service()) {
            throw new IllegalArgumentException("who stands for whom is for the service alone");
        }
    }
}
