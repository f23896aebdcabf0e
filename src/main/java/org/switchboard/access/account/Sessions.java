package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.AccessRecorder;
import org.switchboard.access.Act;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Walled;
import org.switchboard.shared.Refusal;

/** The face of sessions: who is signed in with a browser. */
@Walled
@ApplicationScoped
public class Sessions {

    /** When a session was last used is not written down more often than this. */
    private static final Duration TOUCHED = Duration.ofMinutes(1);

    private final SessionRepository stored;
    private final AccountRepository accounts;
    private final SecondFactors factors;
    private final AccessRecorder access;
    private final Clock clock;

    Sessions(
            SessionRepository stored,
            AccountRepository accounts,
            SecondFactors factors,
            AccessRecorder access,
            Clock clock) {
        this.stored = stored;
        this.accounts = accounts;
        this.factors = factors;
        this.access = access;
        this.clock = clock;
    }

    /** The sessions of a person, newest first. */
    @Transactional
    public List<SessionView> list(Person person, UUID current) {
        return stored.of(person.account()).stream()
                .map(session -> new SessionView(
                        session.id,
                        session.id.equals(current),
                        session.secondFactor,
                        session.createdAt,
                        session.lastUsedAt))
                .toList();
    }

    /** @throws Refusal.NotFound unless the person has such a session */
    @Transactional
    public void end(Person person, UUID session) {
        if (!stored.end(person.account(), session)) {
            throw new Refusal.NotFound();
        }
        access.account(person.email(), Act.SIGN_OUT, person.account(), "a session was ended");
    }

    /** Who is signed in in a session. */
    @Transactional
    public SignedIn current(Person person, UUID session) {
        AccountEntity account = accounts.byId(person.account()).orElseThrow(Refusal.NotFound::new);
        Set<Assignment> all = accounts.assignments(account.id);
        boolean secondFactor = factors.isSetUp(account.id);
        return new SignedIn(
                session,
                account.email,
                account.name,
                account.language,
                AssignmentContent.of(all),
                secondFactor,
                !secondFactor && Presence.needSecondFactor(all));
    }

    /** A session for whom a provider of identities vouches; how many factors it asked for is its own affair. */
    @Transactional
    NewSession openFor(Person person) {
        return open(accounts.byId(person.account()).orElseThrow(Refusal.NotFound::new), true);
    }

    /** A new session, with a new value: one that somebody brought along is never taken. */
    @Transactional
    NewSession open(AccountEntity account, boolean secondFactor) {
        stored.forgetOld();
        Secret value = Secret.random();
        SessionEntity session = new SessionEntity();
        session.id = UUID.randomUUID();
        session.account = account.id;
        session.sha256 = value.fingerprint();
        session.secondFactor = secondFactor;
        session.createdAt = clock.instant();
        session.lastUsedAt = session.createdAt;
        stored.add(session);
        access.account(
                account.email, Act.SIGN_IN, account.id, secondFactor ? "with a second factor" : "with a password");
        Person person = new Person(account.id, account.email, Set.of());
        return new NewSession(value, current(person, session.id));
    }

    /** Nobody where the session is unknown, ended or too old, or its account is not active. */
    @Transactional
    Optional<Presence> of(Secret value) {
        List<Tuple> rows = stored.holder(value);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Tuple first = rows.get(0);
        UUID session = first.get("session", UUID.class);
        touch(session, first.get("last_used_at", Instant.class));
        Set<Assignment> roles = Presence.roles(rows);
        boolean incomplete = Presence.needSecondFactor(roles) && !first.get("second_factor", Boolean.class);
        Person person = new Person(
                first.get("account", UUID.class), first.get("email", String.class), incomplete ? Set.of() : roles);
        return Optional.of(new Presence(person, true, session, incomplete));
    }

    private void touch(UUID session, Instant last) {
        Instant now = clock.instant();
        if (last.plus(TOUCHED).isBefore(now)) {
            stored.touch(session, now);
        }
    }

    /** @param value for the cookie */
    record NewSession(Secret value, SignedIn signedIn) {}
}
