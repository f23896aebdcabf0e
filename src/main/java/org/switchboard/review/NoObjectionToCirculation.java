package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;

/**
 * The face of the Committee's no-objection to circulations, by the same rules as to proposals: silence lets pass, and the State
 * that asks for help does not decide.
 */
@Walled
@ApplicationScoped
public class NoObjectionToCirculation {

    private final CirculationRepository stored;
    private final CirculationLife life;
    private final ReviewPolicies policies;
    private final Calendar calendar;

    NoObjectionToCirculation(
            CirculationRepository stored, CirculationLife life, ReviewPolicies policies, Calendar calendar) {
        this.stored = stored;
        this.life = life;
        this.policies = policies;
        this.calendar = calendar;
    }

    /** A member says that it has no objection; it is kept, and the period goes on for the others. */
    @Transactional
    public CirculationView letPass(Reader reader, UUID id, int version, String words) {
        CirculationEntity circulation = before(reader, id, version);
        life.note(reader, circulation, "let pass by " + member(reader, circulation) + ": " + words);
        return CirculationView.of(circulation);
    }

    /** @throws Refusal.Conflict if the member has asked for time already */
    @Transactional
    public CirculationView hold(Reader reader, UUID id, int version, String why) {
        return changed(reader, id, version, "held", why, (now, member) -> now.heldBy(member, calendar.term()));
    }

    /** @throws Refusal.Conflict if the member has not asked for time */
    @Transactional
    public CirculationView release(Reader reader, UUID id, int version, String why) {
        return changed(reader, id, version, "released", why, (now, member) -> now.releasedBy(member, calendar.term()));
    }

    /**
     * @param days working days
     * @throws Refusal.Conflict if that is more than the policy allows, all in all
     */
    @Transactional
    public CirculationView extend(Reader reader, UUID id, int version, int days, String why) {
        int most = policies.inForce().mostExtension();
        return changed(
                reader,
                id,
                version,
                "prolonged by " + days + " working days",
                why,
                (now, member) -> now.prolonged(days, most, calendar.term()));
    }

    /** A member objects: the needs are not shown to providers. */
    @Transactional
    public CirculationView object(Reader reader, UUID id, int version, String why) {
        CirculationEntity circulation = before(reader, id, version);
        life.object(reader, circulation, member(reader, circulation), why);
        return CirculationView.of(circulation);
    }

    private CirculationView changed(
            Reader reader,
            UUID id,
            int version,
            String act,
            String why,
            BiFunction<NoObjectionPeriod, String, NoObjectionPeriod> change) {
        CirculationEntity circulation = before(reader, id, version);
        String member = member(reader, circulation);
        life.take(reader, circulation, change.apply(circulation.period(), member), act + " by " + member + ": " + why);
        return CirculationView.of(circulation);
    }

    private CirculationEntity before(Reader reader, UUID id, int version) {
        CirculationEntity circulation = stored.circulationToChange(reader, id).orElseThrow(Refusal.NotFound::new);
        member(reader, circulation);
        Preconditions.requireVersion(version, circulation.version);
        if (!circulation.status.isBeforeCommittee()) {
            throw new Refusal.Conflict(
                    "This circulation is not before the Committee: it is " + circulation.status.words() + ".");
        }
        calendar.requireInTime(circulation.until);
        return circulation;
    }

    private static String member(Reader reader, CirculationEntity circulation) {
        return NoObjectionPeriod.speaker(reader, circulation.recused(), "circulation");
    }
}
