package org.switchboard.access.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.switchboard.access.Person;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** How people come to a password of their own: by a link, at first and when they have forgotten it. */
@ApplicationScoped
class Invitations {

    /** Whoever knows an address must not be able to fill its mailbox. */
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(5);

    private final AccountRules rules;
    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final Links links;
    private final Letters letters;
    private final Passwords passwords;
    private final Attempts attempts;
    private final AccountChanges changes;
    private final Executor background;

    Invitations(
            AccountRepository accounts,
            SessionRepository sessions,
            Links links,
            Letters letters,
            Passwords passwords,
            Attempts attempts,
            AccountChanges changes,
            ManagedExecutor background,
            AccountRules rules) {
        this.rules = rules;
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.letters = letters;
        this.passwords = passwords;
        this.attempts = attempts;
        this.changes = changes;
        this.background = background;
    }

    /** @throws Refusal.Conflict unless the account waits for its person */
    LinkView invite(Person keeper, UUID id) {
        return send(keeper.email(), id, LinkKind.INVITATION, "invited");
    }

    /** @throws Refusal.Conflict unless the account is active */
    LinkView resetFor(Person keeper, UUID id) {
        rules.requireOther(keeper, id, "offer a new password");
        return send(keeper.email(), id, LinkKind.PASSWORD_RESET, "new password offered");
    }

    /** In which status an account must be for a link to be made or used: none opens one that was shut meanwhile. */
    private static AccountStatus wanted(LinkKind kind) {
        return kind == LinkKind.INVITATION ? AccountStatus.INVITED : AccountStatus.ACTIVE;
    }

    private LinkView send(String who, UUID id, LinkKind kind, String what) {
        Made made = QuarkusTransaction.requiringNew().call(() -> {
            AccountEntity account = accounts.locked(id).orElseThrow(Refusal.NotFound::new);
            AccountStatus wanted = wanted(kind);
            if (account.status != wanted) {
                throw new Refusal.Conflict(
                        "This is for accounts that are " + wanted + "; this one is " + account.status + ".");
            }
            changes.record(Accounts.ITEM, id, who, null, null, what, List.of());
            return new Made(links.make(kind, id), account.email, account.name);
        });
        // after the link is kept, and while no transaction is open: mail servers are slow
        return letters.deliver(made.link(), made.email(), made.name());
    }

    /**
     * Somebody has forgotten a password. All of it happens after the answer, so that neither words nor time tell whether
     * there is such an account.
     */
    void forgotten(String email) {
        if (letters.canSend()) {
            background.execute(() -> offer(email));
        }
    }

    private void offer(String email) {
        Optional<Made> made = QuarkusTransaction.requiringNew().call(() -> accounts.byEmail(email)
                .filter(account -> account.status == AccountStatus.ACTIVE)
                .filter(account -> !links.wasMadeWithin(BETWEEN_MAILS, LinkKind.PASSWORD_RESET, account.id))
                .map(account ->
                        new Made(links.make(LinkKind.PASSWORD_RESET, account.id), account.email, account.name)));
        made.ifPresent(one -> letters.deliver(one.link(), one.email(), one.name()));
    }

    /** @throws Refusal.RulesBroken if the link is not good, or the password not good enough */
    void accept(ChosenPassword chosen) {
        choose(LinkKind.INVITATION, chosen, "invitation accepted");
    }

    /** All sessions end. */
    void complete(ChosenPassword chosen) {
        choose(LinkKind.PASSWORD_RESET, chosen, "password reset");
    }

    private void choose(LinkKind kind, ChosenPassword chosen, String what) {
        AccountEntity seen = QuarkusTransaction.requiringNew()
                .call(() ->
                        accounts.byId(links.good(kind, chosen.token()).account).orElseThrow(Refusal.NotFound::new));
        passwords
                .wrongWith(chosen.password(), "/password", List.of(seen.email, seen.name))
                .ifPresent(Invitations::refuse);
        String hash = passwords.hash(chosen.password());
        QuarkusTransaction.requiringNew().run(() -> {
            LinkEntity link = links.good(kind, chosen.token());
            AccountEntity account = accounts.locked(link.account).orElseThrow(Refusal.NotFound::new);
            AccountStatus before = account.status;
            if (before != wanted(kind)) {
                throw new Refusal.Conflict(
                        "This account is not open to that any more. Ask whoever keeps the accounts.");
            }
            account.status = AccountStatus.ACTIVE;
            account.password = hash;
            links.use(link);
            sessions.endAll(account.id);
            attempts.forget(account.email);
            changes.record(Accounts.ITEM, account.id, account.email, before, account.status, what, List.of());
        });
    }

    private static void refuse(Violation violation) {
        throw new Refusal.RulesBroken(List.of(violation));
    }

    private record Made(Links.Link link, String email, String name) {}
}
