package org.switchboard.access;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is asking. Every method of a feature's face takes one, and every query is narrowed to what it may see.
 *
 * @param name as written into the record of changes
 * @param roles what this reader is; the service itself is none of these
 * @param audiences the audiences to which this reader belongs
 * @param owners whose items this reader sees and changes whatever their audience; a person is one of them
 * @param service whether it is the service itself that works, under a role of its own in the database
 * @param sampling whether what this reader creates is sample data, and marked as such in every view
 */
public record Reader(
        String name, Set<Role> roles, Set<Audience> audiences, Set<Owner> owners, boolean service, boolean sampling) {

    public Reader {
        roles = Set.copyOf(roles);
        audiences = Set.copyOf(audiences);
        owners = Set.copyOf(owners);
    }

    /** Whoever has not signed in. */
    public static Reader everyone() {
        return new Reader("public", Set.of(), Set.of(Audience.PUBLIC), Set.of(), false, false);
    }

    /** What every State and provider that takes part sees, without what is its own. */
    public static Reader participants() {
        return new Reader(
                "participants", Set.of(), EnumSet.of(Audience.PUBLIC, Audience.PARTICIPANTS), Set.of(), false, false);
    }

    public static Reader of(Person person) {
        Set<Role> roles = person.assignments().stream().map(Assignment::role).collect(Collectors.toSet());
        Set<Audience> audiences = EnumSet.of(Audience.PUBLIC);
        Set<Owner> owners = new HashSet<>(Set.of(Owner.account(person.account())));
        for (Assignment assignment : person.assignments()) {
            audiences.addAll(assignment.audiences());
            assignment.owner().ifPresent(owners::add);
        }
        return new Reader(person.email(), roles, audiences, owners, false, false);
    }

    /** The service itself: sees everything. */
    public static Reader system() {
        return service("system", false);
    }

    /** The generator of the sample: sees everything, and all that it creates is marked as sample. */
    public static Reader ofSample() {
        return service("sample", true);
    }

    private static Reader service(String name, boolean sampling) {
        return new Reader(
                name, Set.of(), EnumSet.allOf(Audience.class), Set.of(Owner.executiveDirectorate()), true, sampling);
    }

    /** Whether this is more than the public. */
    public boolean isSomebody() {
        return service || !roles.isEmpty();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean owns(Owner owner) {
        return owners.contains(owner);
    }

    /** The member States for which this reader sits on the Committee. */
    public Set<String> memberStates() {
        return owners.stream().flatMap(owner -> owner.member().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nothing is hidden from this reader: the experts, whose work is all of it, and the service itself. */
    public boolean seesEverything() {
        return owners.contains(Owner.executiveDirectorate());
    }

    /** Whether this reader belongs to those whom States and providers confide in: the experts and the Committee. */
    public boolean isConfidant() {
        return audiences.contains(Audience.COMMITTEE);
    }

    /** What the database is told of this reader: its audiences, the owners that it speaks for, whether it keeps accounts. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        audiences.forEach(audience -> keys.add(audience.key()));
        owners.forEach(owner -> keys.add(owner.key()));
        if (is(Role.ADMINISTRATOR)) {
            keys.add(Role.ADMINISTRATOR.roleName());
        }
        return keys;
    }
}
