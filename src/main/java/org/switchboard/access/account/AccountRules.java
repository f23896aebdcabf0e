package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Reader;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** Who may have which rights, and who may give them. */
@ApplicationScoped
class AccountRules {

    private final RegisteredProviders providers;
    private final ReferenceData reference;

    AccountRules(RegisteredProviders providers, ReferenceData reference) {
        this.providers = providers;
        this.reference = reference;
    }

    /** @throws Refusal.RulesBroken if one is incomplete or names a State or provider that there is not */
    Set<Assignment> known(List<AssignmentContent> written) {
        Set<Assignment> assignments = AssignmentContent.read(written);
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            AssignmentContent one = written.get(i);
            if (one.state() != null && reference.state(one.state()).isEmpty()) {
                broken.add(new Violation("/assignments/" + i + "/state", "KnownState", "is no State that is known"));
            }
            if (one.provider() != null && !providers.has(Reader.system(), one.provider())) {
                broken.add(new Violation(
                        "/assignments/" + i + "/provider",
                        "KnownProvider",
                        "is not registered: add the provider first"));
            }
        }
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
        return assignments;
    }

    /** Nobody gives rights to themselves, or takes the last way in from under their own feet. */
    void requireOther(Person keeper, UUID account, String what) {
        if (keeper.account().equals(account)) {
            throw new Refusal.NotAllowed("You cannot " + what + " of your own account. Ask another administrator.");
        }
    }
}
