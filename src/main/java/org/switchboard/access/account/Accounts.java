package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Role;
import org.switchboard.access.Walled;
import org.switchboard.shared.Change;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;

/**
 * The face of accounts: who may be what. Every method takes the person who keeps them; that it is an administrator is
 * checked where they come in.
 */
@Walled
@ApplicationScoped
public class Accounts {

    static final String ITEM = "account";

    private final AccountRepository stored;
    private final AccountRules rules;
    private final AccountViews views;
    private final SecondFactorRepository factors;
    private final SessionRepository sessions;
    private final AccountChanges changes;
    private final Clock clock;

    Accounts(
            AccountRepository stored,
            AccountRules rules,
            AccountViews views,
            SecondFactorRepository factors,
            SessionRepository sessions,
            AccountChanges changes,
            Clock clock) {
        this.stored = stored;
        this.rules = rules;
        this.views = views;
        this.factors = factors;
        this.sessions = sessions;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param status only those in it; null for all */
    @Transactional
    public Page<AccountView> list(Person keeper, @Nullable AccountStatus status, PageRequest asked) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (status != null) {
            conditions.add("e.status = :status");
            parameters.put("status", status);
        }
        return views.of(stored.page(conditions, parameters, asked));
    }

    /** @throws Refusal.NotFound if there is none */
    @Transactional
    public AccountView get(Person keeper, UUID id) {
        return views.of(stored.byId(id).orElseThrow(Refusal.NotFound::new));
    }

    /** The record of changes of one account, oldest first. */
    @Transactional
    public List<Change> changes(Person keeper, UUID id) {
        return changes.of(ITEM, stored.byId(id).orElseThrow(Refusal.NotFound::new).id);
    }

    /**
     * Makes an account that lets nobody in before its person has chosen a password.
     *
     * @throws Refusal.Conflict if the address has one already
     * @throws Refusal.RulesBroken if an assignment names a State or provider that there is not
     */
    @Transactional
    public AccountView create(Person keeper, CreateAccount asked) {
        if (stored.byEmail(asked.email()).isPresent()) {
            throw new Refusal.Conflict("There is an account with this address already.");
        }
        Set<Assignment> assignments = rules.known(asked.account().assignments());
        AccountEntity account = newAccount(asked.email(), asked.account().name(), AccountStatus.INVITED);
        account.language = asked.account().language();
        stored.add(account);
        stored.flush();
        stored.assign(account.id, assignments);
        AccountView view = views.of(account);
        changes.record(ITEM, account.id, keeper.email(), null, account.status, "created", view);
        return view;
    }

    /** Not stored yet, without roles. */
    AccountEntity newAccount(String email, String name, AccountStatus status) {
        AccountEntity account = new AccountEntity();
        account.id = UUID.randomUUID();
        account.email = Email.normal(email);
        account.name = name;
        account.language = "en";
        account.status = status;
        account.createdAt = clock.instant();
        return account;
    }

    /**
     * Changes name, language and rights; rights that go are gone with the next request.
     *
     * @param version that the keeper saw
     * @throws Refusal.NotAllowed if the keeper would change their own rights
     * @throws Refusal.Conflict if no administrator would be left
     */
    @Transactional
    public AccountView change(Person keeper, UUID id, int version, AccountContent content) {
        stored.lockAdministrators();
        AccountEntity account = find(id);
        Preconditions.requireVersion(version, account.version);
        Set<Assignment> before = stored.assignments(id);
        Set<Assignment> after = rules.known(content.assignments());
        if (!before.equals(after)) {
            rules.requireOther(keeper, id, "change the rights");
            requireAdministratorLeft(account, after);
        }
        account.name = content.name();
        account.language = content.language();
        stored.assign(id, after);
        // roles are in a table of their own: the version counts their changes too
        stored.touch(account);
        AccountView view = views.of(account);
        changes.record(ITEM, id, keeper.email(), null, null, before.equals(after) ? "changed" : "rights changed", view);
        return view;
    }

    /**
     * Shuts an account at once: its sessions, tokens and links end.
     *
     * @throws Refusal.NotAllowed if it is the keeper's own
     * @throws Refusal.Conflict if no administrator would be left, or it is shut already
     */
    @Transactional
    public AccountView deactivate(Person keeper, UUID id, String reason) {
        stored.lockAdministrators();
        AccountEntity account = find(id);
        rules.requireOther(keeper, id, "change the status");
        requireAdministratorLeft(account, Set.of());
        move(keeper, account, AccountStatus.DEACTIVATED, reason);
        stored.shutOut(id, clock.instant());
        return views.of(account);
    }

    /** Opens it again with the rights that it had; tokens stay revoked. Without a password it must be invited anew. */
    @Transactional
    public AccountView reactivate(Person keeper, UUID id, String reason) {
        AccountEntity account = find(id);
        move(keeper, account, account.password == null ? AccountStatus.INVITED : AccountStatus.ACTIVE, reason);
        return views.of(account);
    }

    @Transactional
    public void endSessions(Person keeper, UUID id) {
        AccountEntity account = find(id);
        sessions.endAll(id);
        changes.record(ITEM, id, keeper.email(), null, null, "signed out everywhere", views.of(account));
    }

    /** Takes the second factor away, where the device is lost, and ends all sessions. */
    @Transactional
    public void removeSecondFactor(Person keeper, UUID id) {
        rules.requireOther(keeper, id, "remove the second factor");
        AccountEntity account = find(id);
        if (!factors.remove(id)) {
            throw new Refusal.Conflict("This account has no second factor.");
        }
        sessions.endAll(id);
        changes.record(ITEM, id, keeper.email(), null, null, "second factor removed", views.of(account));
    }

    private void move(Person keeper, AccountEntity account, AccountStatus next, String reason) {
        AccountStatus before = account.status;
        account.status = before.to(next);
        stored.flush();
        changes.record(ITEM, account.id, keeper.email(), before, account.status, reason, views.of(account));
    }

    private void requireAdministratorLeft(AccountEntity account, Set<Assignment> after) {
        boolean stays = after.stream().anyMatch(held -> held.role() == Role.ADMINISTRATOR);
        boolean counted = account.status == AccountStatus.ACTIVE
                && stored.assignments(account.id).contains(Assignment.administrator());
        if (counted && !stays && stored.otherAdministrators(account.id) == 0) {
            throw new Refusal.Conflict("This is the last active administrator. Make another one first.");
        }
    }

    private AccountEntity find(UUID id) {
        return stored.locked(id).orElseThrow(Refusal.NotFound::new);
    }
}
