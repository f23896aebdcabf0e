package org.switchboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.access.account.Correspondent;
import org.switchboard.access.account.Correspondents;

/** Makes a notice for each person out of what stands in the outbox. */
@Walled
@ApplicationScoped
class Telling {

    private static final int AT_ONCE = 50;

    private final EntityManager database;
    private final Correspondents correspondents;
    private final NoticePreferences preferences;
    private final NoticeMailer mailer;
    private final Clock clock;
    private final LocalTime hour;

    Telling(
            EntityManager database,
            Correspondents correspondents,
            NoticePreferences preferences,
            NoticeMailer mailer,
            Clock clock,
            @ConfigProperty(name = "switchboard.notices.daily-at") LocalTime hour) {
        this.database = database;
        this.correspondents = correspondents;
        this.preferences = preferences;
        this.mailer = mailer;
        this.clock = clock;
        this.hour = hour;
    }

    /** @return how many happenings people were told of; there may be more */
    @Transactional
    int tell(Reader reader) {
        List<OutboxEntity> untold = database.createNativeQuery(
                        "select * from outbox where told_at is null order by at, id limit :most for update skip locked",
                        OutboxEntity.class)
                .setParameter("most", AT_ONCE)
                .getResultList();
        for (OutboxEntity happening : untold) {
            tell(reader, happening);
            happening.toldAt = clock.instant();
            // the next may be the same happening, told to others as well
            database.flush();
        }
        return untold.size();
    }

    private void tell(Reader reader, OutboxEntity happening) {
        Map<UUID, Correspondent> people = correspondents.of(reader, happening.addressees).stream()
                .collect(Collectors.toMap(Correspondent::account, Function.identity()));
        people.keySet().removeAll(toldOf(happening));
        Map<UUID, PreferencesEntity> chosen = preferences.of(people.keySet());
        people.values().forEach(person -> {
            List<String> as = person.toldAs(happening.addressees, happening.recused);
            if (as.isEmpty()) {
                return;
            }
            NoticeEntity notice = NoticeEntity.of(happening);
            notice.account = person.account();
            notice.addressees = as;
            if (mailer.canSend() && !person.sample()) {
                send(notice, chosen.getOrDefault(person.account(), PreferencesEntity.unchosen(person.account())));
            }
            database.persist(notice);
        });
    }

    private void send(NoticeEntity notice, PreferencesEntity chosen) {
        switch (chosen.of(notice.kind.group())) {
            case AT_ONCE -> notice.goesByMail(false, clock.instant());
            case DAILY -> notice.goesByMail(true, nextHour());
            case NONE -> {
                // it is in the service alone
            }
        }
    }

    private Instant nextHour() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime today = now.with(hour);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    private Set<UUID> toldOf(OutboxEntity happening) {
        return Set.copyOf(database.createQuery(
                        "select n.account from NoticeEntity n where n.change = :change and n.kind = :kind", UUID.class)
                .setParameter("change", happening.change)
                .setParameter("kind", happening.kind)
                .getResultList());
    }
}
