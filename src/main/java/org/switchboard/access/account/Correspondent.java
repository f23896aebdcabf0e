package org.switchboard.access.account;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.Audience;
import org.switchboard.reference.Language;

/**
 * Somebody to whom the service writes.
 *
 * @param standsFor the owners that they speak for, and the bodies that they belong to, by the keys of addressees
 * @param memberStates for which they sit on the Committee
 * @param sample whether nobody is behind the address
 */
public record Correspondent(
        UUID account,
        String email,
        Language language,
        Set<String> standsFor,
        Set<String> memberStates,
        boolean sample) {

    public Correspondent {
        standsFor = Set.copyOf(standsFor);
        memberStates = Set.copyOf(memberStates);
    }

    /**
     * As which of these addressees this person is told of something; none where it is not.
     *
     * @param recused member States that are not told with the Committee
     */
    public List<String> toldAs(Collection<String> addressees, Collection<String> recused) {
        boolean decides = !recused.containsAll(memberStates);
        return addressees.stream()
                .filter(standsFor::contains)
                .filter(addressee -> decides || !addressee.equals(Audience.COMMITTEE.key()))
                .toList();
    }

    @Override
    public String toString() {
        return "account " + account;
    }
}
