package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.need.RequestView;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Happening;

/** Moves circulations along their lives. Each step is recorded and told in the transaction that makes it. */
@ApplicationScoped
class CirculationLife {

    static final String ITEM = "circulation";

    private static final Set<String> COMMITTEE = Set.of("committee");

    private final CirculationRepository stored;
    private final Needs needs;
    private final Calendar calendar;
    private final Changes changes;
    private final Clock clock;

    CirculationLife(CirculationRepository stored, Needs needs, Calendar calendar, Changes changes, Clock clock) {
        this.stored = stored;
        this.needs = needs;
        this.calendar = calendar;
        this.changes = changes;
        this.clock = clock;
    }

    /** A request comes before the Committee. */
    CirculationEntity begin(
            Reader reader, RequestView request, List<NeedView> acknowledged, ReviewPolicyContent policy, String why) {
        CirculationEntity circulation = new CirculationEntity();
        circulation.id = UUID.randomUUID();
        circulation.request = request.id();
        circulation.reference = request.content().reference();
        circulation.state = request.state();
        circulation.needs = acknowledged.stream().map(NeedView::id).toList();
        circulation.status = CirculationStatus.BEFORE_COMMITTEE;
        circulation.putBeforeBy = reader.name();
        circulation.putBeforeAt = clock.instant();
        int days = policy.noObjectionOnCirculation();
        LocalDate until = calendar.term().of(days);
        circulation.take(NoObjectionPeriod.until(until));
        circulation.remindedFor = Term.givenAtTheBegin(until, days, policy.reminders());
        stored.add(circulation);
        long entry = recorded(reader, circulation, null, why);
        tell(entry, "circulation-before-committee", circulation, COMMITTEE, Map.of());
        return circulation;
    }

    /** Somebody on the Committee asks for time, needs it no longer, or prolongs the period. */
    void take(Reader reader, CirculationEntity circulation, NoObjectionPeriod period, String why) {
        CirculationStatus from = circulation.status;
        CirculationStatus to = period.isHeld() ? CirculationStatus.HELD : CirculationStatus.BEFORE_COMMITTEE;
        circulation.status = from == to ? from : from.to(to);
        circulation.take(period);
        recorded(reader, circulation, from, why);
    }

    /** Nobody has objected: the needs that still wait are opened. */
    void pass(Reader service, CirculationEntity circulation) {
        long entry = ended(service, circulation, CirculationStatus.PASSED, "no objection within the period");
        circulation.needs.forEach(
                need -> needs.openCleared(service, need, "no objection by the Committee to its circulation"));
        tell(entry, "circulation-passed", circulation, experts(), Map.of());
    }

    /** A member objects: the needs stay with the experts. */
    void object(Reader reader, CirculationEntity circulation, String member, String why) {
        long entry = ended(reader, circulation, CirculationStatus.OBJECTED, "objected to by " + member + ": " + why);
        tell(entry, "circulation-objected", circulation, experts(), Map.of("why", why));
    }

    void withdraw(Reader reader, CirculationEntity circulation, String why) {
        ended(reader, circulation, CirculationStatus.WITHDRAWN, why);
    }

    /**
     * Reminds the Committee that the period ends.
     *
     * @param left working days
     */
    void remind(Reader service, CirculationEntity circulation, LocalDate noticeOf, int left) {
        circulation.remindedFor = noticeOf;
        long entry = recorded(
                service, circulation, circulation.status, "reminded, " + left + " working days before the end");
        tell(entry, "circulation-reminder", circulation, COMMITTEE, Map.of("days", Integer.toString(left)));
    }

    /** Something was said of it that is no step. */
    void note(Reader reader, CirculationEntity circulation, String why) {
        recorded(reader, circulation, circulation.status, why);
    }

    private long ended(Reader reader, CirculationEntity circulation, CirculationStatus end, String why) {
        CirculationStatus from = circulation.status;
        circulation.status = from.to(end);
        circulation.take(new NoObjectionPeriod(null, List.of(), null, circulation.extendedDays));
        circulation.endedAt = clock.instant();
        return recorded(reader, circulation, from, why);
    }

    private long recorded(Reader reader, CirculationEntity circulation, @Nullable CirculationStatus from, String why) {
        stored.flush();
        return changes.record(
                ITEM, circulation.id, reader.name(), from, circulation.status, why, CirculationView.of(circulation));
    }

    private static Set<String> experts() {
        return Set.of(Owner.executiveDirectorate().key());
    }

    private void tell(
            long entry, String kind, CirculationEntity circulation, Set<String> whom, Map<String, String> more) {
        Map<String, String> words = new HashMap<>(more);
        words.put("reference", circulation.reference);
        words.put("state", circulation.state);
        if (circulation.until != null) {
            words.put("until", circulation.until.toString());
        }
        changes.tell(new Happening(entry, kind, ITEM, circulation.id, whom, circulation.recused(), words));
    }
}
