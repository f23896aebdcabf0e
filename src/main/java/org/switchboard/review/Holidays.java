package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Refusal;

/** The face of the calendar of working days. A change counts for terms that begin afterwards; those that run keep their end. */
@Walled
@ApplicationScoped
public class Holidays {

    private static final String ITEM = "holiday";

    private final ProposalRepository stored;
    private final Calendar calendar;
    private final Changes changes;

    Holidays(ProposalRepository stored, Calendar calendar, Changes changes) {
        this.stored = stored;
        this.calendar = calendar;
        this.changes = changes;
    }

    @Transactional
    public List<HolidayView> list(Reader reader) {
        return stored.holidays().stream().map(HolidayView::of).toList();
    }

    /** The working days that they leave. */
    @Transactional
    public WorkingDays calendar(Reader reader) {
        return calendar.calendar();
    }

    /** Makes a day a holiday, or gives it another name. */
    @Transactional
    public HolidayView put(Reader reader, LocalDate day, HolidayContent content) {
        HolidayEntity holiday = stored.holiday(day).orElseGet(() -> {
            HolidayEntity added = new HolidayEntity();
            added.day = day;
            added.name = content.name();
            stored.add(added);
            return added;
        });
        holiday.name = content.name();
        stored.flush();
        HolidayView view = HolidayView.of(holiday);
        changes.record(ITEM, idOf(day), reader.name(), null, null, "is a holiday", view);
        return view;
    }

    /** @throws Refusal.NotFound if the day is no holiday */
    @Transactional
    public void remove(Reader reader, LocalDate day) {
        HolidayEntity holiday = stored.holiday(day).orElseThrow(Refusal.NotFound::new);
        stored.remove(holiday);
        changes.record(ITEM, idOf(day), reader.name(), null, null, "is no holiday", HolidayView.of(holiday));
    }

    private static UUID idOf(LocalDate day) {
        return UUID.nameUUIDFromBytes((ITEM + day).getBytes(StandardCharsets.UTF_8));
    }
}
