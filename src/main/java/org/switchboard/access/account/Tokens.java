package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Walled;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The face of API tokens: what programs sign in with. */
@Walled
@ApplicationScoped
public class Tokens {

    private static final int LONGEST_YEARS = 1;

    private final TokenRepository stored;
    private final AccountChanges changes;
    private final Clock clock;

    Tokens(TokenRepository stored, AccountChanges changes, Clock clock) {
        this.stored = stored;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Makes a token for oneself. What it may do is among what its maker may do at this moment: somebody whose role needs
     * a second factor and who has none yet can give nothing on.
     *
     * @throws Refusal.RulesBroken if it would last longer than a year, or do more than its maker may
     */
    @Transactional
    public NewTokenView create(Person person, TokenContent asked) {
        LocalDate today = LocalDate.now(clock);
        if (asked.expiresOn().isBefore(today) || asked.expiresOn().isAfter(today.plusYears(LONGEST_YEARS))) {
            throw broken("/expiresOn", "WithinAYear", "must be a day from today to a year ahead");
        }
        Set<Assignment> carried = AssignmentContent.read(asked.assignments());
        if (!person.assignments().containsAll(carried)) {
            throw broken("/assignments", "OwnAssignments", "must be among your own");
        }
        Secret value = Secret.random(TokenMechanism.PREFIX);
        TokenEntity token = made(person.account(), asked.name(), value, asked.expiresOn(), asked.changes());
        stored.add(token, carried);
        TokenView view = view(token, carried);
        record(person, token.account, "token made: " + token.name, view);
        return new NewTokenView(value.value(), view);
    }

    /** Not stored yet. */
    TokenEntity made(UUID account, String name, Secret value, LocalDate expiresOn, boolean mayChange) {
        TokenEntity token = new TokenEntity();
        token.id = UUID.randomUUID();
        token.account = account;
        token.name = name;
        token.sha256 = value.fingerprint();
        token.changes = mayChange;
        token.createdAt = clock.instant();
        token.expiresOn = expiresOn;
        return token;
    }

    /**
     * The tokens of an account, newest first.
     *
     * @param person its owner or an administrator
     * @throws Refusal.NotFound for anybody else
     */
    @Transactional
    public List<TokenView> list(Person person, UUID account) {
        requireOwnerOrAdministrator(person, account);
        Map<UUID, Set<Assignment>> carried = stored.carried(account);
        return stored.of(account).stream()
                .map(token -> view(token, carried.getOrDefault(token.id, Set.of())))
                .toList();
    }

    /**
     * Ends a token with the next request.
     *
     * @param person its owner or an administrator
     * @throws Refusal.NotFound unless the account has such a token that is not revoked
     */
    @Transactional
    public void revoke(Person person, UUID account, UUID token) {
        requireOwnerOrAdministrator(person, account);
        if (!stored.revoke(account, token, clock.instant())) {
            throw new Refusal.NotFound();
        }
        record(person, account, "token revoked", Map.of("token", token));
    }

    private static void requireOwnerOrAdministrator(Person person, UUID account) {
        if (!person.account().equals(account) && !person.assignments().contains(Assignment.administrator())) {
            throw new Refusal.NotFound();
        }
    }

    private void record(Person person, UUID account, String what, Object content) {
        changes.record(Accounts.ITEM, account, person.email(), null, null, what, content);
    }

    private static TokenView view(TokenEntity token, Collection<Assignment> carried) {
        return new TokenView(
                token.id,
                token.name,
                token.changes,
                AssignmentContent.of(carried),
                token.createdAt,
                token.expiresOn,
                token.revokedAt,
                token.lastUsedOn);
    }

    private static Refusal broken(String pointer, String code, String message) {
        return new Refusal.RulesBroken(List.of(new Violation(pointer, code, message)));
    }
}
