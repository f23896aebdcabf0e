package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.Assignment;
import org.switchboard.shared.Page;

/** Puts accounts together with what is kept beside them, for however many at once. */
@ApplicationScoped
class AccountViews {

    private final AccountRepository accounts;
    private final SecondFactorRepository factors;

    AccountViews(AccountRepository accounts, SecondFactorRepository factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    AccountView of(AccountEntity account) {
        return of(new Page<>(List.of(account), null)).items().get(0);
    }

    Page<AccountView> of(Page<AccountEntity> page) {
        List<UUID> ids = page.items().stream().map(account -> account.id).toList();
        Map<UUID, Set<Assignment>> assignments = accounts.assignments(ids);
        Set<UUID> withFactor = factors.confirmedAmong(ids);
        return new Page<>(
                page.items().stream()
                        .map(account -> AccountView.of(
                                account,
                                assignments.getOrDefault(account.id, Set.of()),
                                withFactor.contains(account.id)))
                        .toList(),
                page.next());
    }
}
