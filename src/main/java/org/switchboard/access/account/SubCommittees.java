package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Role;
import org.switchboard.access.Walled;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The face of sub-committees: groups of committee accounts. Whoever loses the right for the Committee leaves them. */
@Walled
@ApplicationScoped
public class SubCommittees {

    private static final String ITEM = "sub-committee";

    private final SubCommitteeRepository stored;
    private final AccountRepository accounts;
    private final AccountChanges changes;
    private final Clock clock;

    SubCommittees(SubCommitteeRepository stored, AccountRepository accounts, AccountChanges changes, Clock clock) {
        this.stored = stored;
        this.accounts = accounts;
        this.changes = changes;
        this.clock = clock;
    }

    /** All, by name. */
    @Transactional
    public List<SubCommitteeView> list(Person person) {
        List<SubCommitteeEntity> all = stored.all();
        Map<UUID, List<SubCommitteeView.Member>> members =
                stored.members(all.stream().map(group -> group.id).toList());
        return all.stream()
                .map(group -> new SubCommitteeView(
                        group.id, group.version, group.name, members.getOrDefault(group.id, List.of())))
                .toList();
    }

    /** @throws Refusal.NotFound if there is none */
    @Transactional
    public SubCommitteeView get(Person person, UUID id) {
        return view(stored.byId(id).orElseThrow(Refusal.NotFound::new));
    }

    /**
     * @throws Refusal.Conflict if the name is taken
     * @throws Refusal.RulesBroken if a member is no account of the Committee
     */
    @Transactional
    public SubCommitteeView create(Person person, SubCommitteeContent content) {
        SubCommitteeEntity group = new SubCommitteeEntity();
        group.id = UUID.randomUUID();
        group.createdAt = clock.instant();
        group.name = content.name();
        check(group, content);
        stored.add(group);
        stored.setMembers(group.id, content.members());
        return recorded(person, group, "created");
    }

    /** @param version that the person saw */
    @Transactional
    public SubCommitteeView change(Person person, UUID id, int version, SubCommitteeContent content) {
        SubCommitteeEntity group = stored.locked(id).orElseThrow(Refusal.NotFound::new);
        Preconditions.requireVersion(version, group.version);
        check(group, content);
        group.name = content.name();
        stored.setMembers(id, content.members());
        stored.touch(group);
        return recorded(person, group, "changed");
    }

    @Transactional
    public void remove(Person person, UUID id) {
        SubCommitteeEntity group = stored.locked(id).orElseThrow(Refusal.NotFound::new);
        recorded(person, group, "removed");
        stored.remove(group);
    }

    private void check(SubCommitteeEntity group, SubCommitteeContent content) {
        if (stored.hasOther(content.name(), group.id)) {
            throw new Refusal.Conflict("There is a sub-committee of this name already.");
        }
        Map<UUID, Set<Assignment>> assignments = accounts.assignments(content.members());
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; i < content.members().size(); i++) {
            boolean isMember = assignments.getOrDefault(content.members().get(i), Set.of()).stream()
                    .anyMatch(held -> held.role() == Role.COMMITTEE);
            if (!isMember) {
                broken.add(new Violation("/members/" + i, "CommitteeAccount", "is no account of the Committee"));
            }
        }
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
    }

    private SubCommitteeView recorded(Person person, SubCommitteeEntity group, String what) {
        SubCommitteeView view = view(group);
        changes.record(ITEM, group.id, person.email(), null, null, what, view);
        return view;
    }

    private SubCommitteeView view(SubCommitteeEntity group) {
        return new SubCommitteeView(
                group.id,
                group.version,
                group.name,
                stored.members(List.of(group.id)).getOrDefault(group.id, List.of()));
    }
}
