package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Role;
import org.switchboard.access.Walled;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The face of second factors: what somebody has, beside the password that they know. */
@Walled
@ApplicationScoped
public class SecondFactors {

    private static final int SECRET_BYTES = 20;

    private final SecondFactorRepository stored;
    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final SecretKey key;
    private final AccountChanges changes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final TimeCodes codes = new TimeCodes();

    SecondFactors(
            SecondFactorRepository stored,
            AccountRepository accounts,
            SessionRepository sessions,
            SecretKey key,
            AccountChanges changes,
            Clock clock) {
        this.stored = stored;
        this.accounts = accounts;
        this.sessions = sessions;
        this.key = key;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Makes a new secret, which counts once a code of it is confirmed. Until then each start replaces the one before.
     *
     * @throws Refusal.Conflict if there is a second factor already
     */
    @Transactional
    public SecondFactorStart start(Person person) {
        UUID account = accounts.locked(person.account()).orElseThrow(Refusal.NotFound::new).id;
        if (isSetUp(account)) {
            throw new Refusal.Conflict(
                    "There is a second factor already. Remove it first, or have an administrator do so.");
        }
        stored.remove(account);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        SecondFactorEntity factor = new SecondFactorEntity();
        factor.account = account;
        factor.sealed = key.seal(secret, account);
        factor.startedAt = clock.instant();
        stored.add(factor);
        return new SecondFactorStart(TimeCodes.base32(secret), TimeCodes.address(secret, person.email()));
    }

    /**
     * Confirms the secret with a code of it. The session in which this is done has the second factor from then on; all
     * others end.
     *
     * @return the recovery codes, which are not shown again
     * @throws Refusal.Conflict if nothing was started
     * @throws Refusal.RulesBroken if it is not a code of the secret
     */
    @Transactional
    public RecoveryCodesView confirm(Person person, UUID session, String code) {
        UUID account = accounts.locked(person.account()).orElseThrow(Refusal.NotFound::new).id;
        SecondFactorEntity factor = stored.of(account)
                .filter(found -> !found.confirmed)
                .orElseThrow(() -> new Refusal.Conflict("Start to set up a second factor first."));
        OptionalLong step = codes.step(key.open(factor.sealed, account), code, clock.instant(), factor.lastStep);
        if (step.isEmpty()) {
            throw wrongCode();
        }
        factor.confirmed = true;
        factor.lastStep = step.getAsLong();
        List<String> recovery = RecoveryCodes.random(random);
        recovery.forEach(one -> stored.addRecoveryCode(account, RecoveryCodes.fingerprint(one)));
        sessions.markSecondFactor(session);
        sessions.endOthers(account, session);
        record(account, person.email(), "second factor set up");
        return new RecoveryCodesView(recovery);
    }

    /**
     * Takes it away from oneself.
     *
     * @throws Refusal.NotAllowed if a role needs it
     * @throws Refusal.RulesBroken if the code is not right
     */
    @Transactional
    public void remove(Person person, String code) {
        UUID account = person.account();
        if (accounts.assignments(account).stream().map(Assignment::role).anyMatch(Role::needsSecondFactor)) {
            throw new Refusal.NotAllowed(
                    "Your role needs a second factor. Where the device is lost, an administrator can"
                            + " take it away, and you set up a new one.");
        }
        if (!use(account, of(account), code)) {
            throw wrongCode();
        }
        stored.remove(account);
        record(account, person.email(), "second factor removed");
    }

    private static Refusal wrongCode() {
        return new Refusal.RulesBroken(List.of(new Violation(
                "/code",
                "CodeIsRight",
                "is not right, too old or was used before. Wait for the next one and try again.")));
    }

    boolean isSetUp(UUID account) {
        return stored.of(account).filter(factor -> factor.confirmed).isPresent();
    }

    /** What a code is compared with: nothing where no second factor is set up. */
    @Transactional
    Factor of(UUID account) {
        Optional<SecondFactorEntity> factor = stored.of(account).filter(found -> found.confirmed);
        return new Factor(
                factor.map(found -> key.open(found.sealed, account)).orElse(null),
                factor.map(found -> found.lastStep).orElse(0L),
                stored.recoveryCodes(account));
    }

    /** Whether this code, or that there is none, is enough. Nothing is used up yet. */
    boolean isRight(Factor factor, @Nullable String code) {
        return factor.secret() == null || (code != null && (step(factor, code).isPresent() || recovers(factor, code)));
    }

    /** Uses the code up. */
    @Transactional
    boolean use(UUID account, Factor factor, @Nullable String code) {
        if (factor.secret() == null) {
            return !isSetUp(account);
        }
        if (code == null) {
            return false;
        }
        OptionalLong step = step(factor, code);
        return step.isPresent()
                ? stored.useStep(account, step.getAsLong())
                : stored.useRecoveryCode(account, RecoveryCodes.fingerprint(code));
    }

    private OptionalLong step(Factor factor, String code) {
        byte[] secret = factor.secret();
        return secret == null
                ? OptionalLong.empty()
                : codes.step(secret, code.strip(), clock.instant(), factor.lastStep());
    }

    private static boolean recovers(Factor factor, String code) {
        byte[] fingerprint = RecoveryCodes.fingerprint(code);
        return factor.recoveryCodes().stream().anyMatch(known -> MessageDigest.isEqual(known, fingerprint));
    }

    private void record(UUID account, String who, String what) {
        changes.record("account", account, who, null, null, what, List.of());
    }

    /** @param secret null where no second factor is set up */
    record Factor(byte @Nullable [] secret, long lastStep, List<byte[]> recoveryCodes) {}
}
