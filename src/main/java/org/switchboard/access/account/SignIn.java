package org.switchboard.access.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.AccessRecorder;
import org.switchboard.access.Act;
import org.switchboard.shared.Refusal;

/**
 * Lets people in by what they know and what they have. Whatever is wrong, the answer and the work done for it are the
 * same: neither tells whether there is such an account, or whether the password was right and the code was not.
 */
@ApplicationScoped
class SignIn {

    private final Attempts attempts;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final AccessRecorder access;

    SignIn(
            Attempts attempts,
            AccountRepository accounts,
            Passwords passwords,
            SecondFactors factors,
            Sessions sessions,
            AccessRecorder access) {
        this.attempts = attempts;
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.access = access;
    }

    /**
     * Opens a session.
     *
     * @param client the address that the attempt comes from
     * @throws Refusal.TooManyAttempts if it comes too soon after others
     * @throws Refusal.Unauthenticated if anything is wrong
     */
    Sessions.NewSession signIn(SignInContent shown, String client) {
        attempts.begin(shown.email(), client);
        Known known = known(shown.email());
        // hashing takes long: no transaction is open meanwhile
        boolean isPassword = passwords.isRight(shown.password(), known.password());
        boolean isCode = factors.isRight(known.factor(), shown.code());
        if (!isPassword || !isCode) {
            access.account(
                    known.exists() ? shown.email() : "nobody known",
                    Act.SIGN_IN_REFUSED,
                    known.exists() ? known.account() : null,
                    isPassword ? "the code of the second factor was wrong or missing" : "the password was wrong");
            throw refused();
        }
        Sessions.NewSession session = QuarkusTransaction.requiringNew().call(() -> open(known, shown));
        attempts.succeeded(shown.email(), client);
        return session;
    }

    private Known known(String email) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<AccountEntity> account =
                    accounts.byEmail(email).filter(found -> found.status == AccountStatus.ACTIVE);
            UUID id = account.map(found -> found.id).orElseGet(UUID::randomUUID);
            return new Known(
                    id,
                    account.isPresent(),
                    account.map(found -> found.password).orElse(null),
                    factors.of(id));
        });
    }

    /** What was right a moment ago must still be: the account may have been changed or the code used meanwhile. */
    private Sessions.NewSession open(Known known, SignInContent shown) {
        AccountEntity account = accounts.locked(known.account())
                .filter(found -> found.status == AccountStatus.ACTIVE)
                .filter(found -> found.password != null && found.password.equals(known.password()))
                .orElseThrow(SignIn::refused);
        if (!factors.use(account.id, known.factor(), shown.code())) {
            throw refused();
        }
        if (passwords.isOutdated(account.password)) {
            account.password = passwords.hash(shown.password());
        }
        return sessions.open(account, known.factor().secret() != null);
    }

    private static Refusal refused() {
        return new Refusal.Unauthenticated("This is not right. Check the e-mail address and the password, and send the"
                + " code of your second factor, or a recovery code, if you have set one up.");
    }

    /** @param password as it is kept; null where there is none that could be right */
    private record Known(
            UUID account, boolean exists, @Nullable String password, SecondFactors.Factor factor) {

        @Override
        public String toString() {
            return "account " + account;
        }
    }
}
