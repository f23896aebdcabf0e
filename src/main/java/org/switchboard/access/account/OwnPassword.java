package org.switchboard.access.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Person;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** What people do with their own password once they are signed in. */
@ApplicationScoped
class OwnPassword {

    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Links links;
    private final AccountChanges changes;

    OwnPassword(
            AccountRepository accounts,
            SessionRepository sessions,
            Passwords passwords,
            Attempts attempts,
            Links links,
            AccountChanges changes) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.links = links;
        this.changes = changes;
    }

    /**
     * That it is really the person: a session left open must not be enough for what lasts.
     *
     * @param pointer to the password in the body
     * @throws Refusal.TooManyAttempts as at sign-in
     * @throws Refusal.RulesBroken if it is not the password
     */
    void prove(Person person, String password, String client, String pointer) {
        attempts.begin(person.email(), client);
        @Nullable
        String stored = QuarkusTransaction.requiringNew().call(() -> accounts.byId(person.account())
                .map(account -> account.password)
                .orElse(null));
        if (!passwords.isRight(password, stored)) {
            throw new Refusal.RulesBroken(List.of(new Violation(pointer, "PasswordIsRight", "is not your password")));
        }
    }

    /** All that had to be right was: the attempt that {@link #prove} began is forgiven. */
    void proven(Person person, String client) {
        attempts.succeeded(person.email(), client);
    }

    /**
     * Chooses another; all other sessions end.
     *
     * @throws Refusal.RulesBroken if the old one is not right or the new one not good enough
     */
    void change(Person person, UUID session, String old, String chosen, String client) {
        prove(person, old, client, "/old");
        proven(person, client);
        AccountEntity present = QuarkusTransaction.requiringNew()
                .call(() -> accounts.byId(person.account()).orElseThrow(Refusal.NotFound::new));
        passwords
                .wrongWith(chosen, "/new", List.of(present.email, present.name))
                .ifPresent(violation -> {
                    throw new Refusal.RulesBroken(List.of(violation));
                });
        String hash = passwords.hash(chosen);
        QuarkusTransaction.requiringNew().run(() -> {
            AccountEntity account = accounts.locked(person.account()).orElseThrow(Refusal.NotFound::new);
            account.password = hash;
            sessions.endOthers(account.id, session);
            links.forget(LinkKind.PASSWORD_RESET, account.id);
            changes.record("account", account.id, person.email(), null, null, "password changed", List.of());
        });
    }
}
