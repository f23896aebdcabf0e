package org.switchboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.access.account.Correspondent;
import org.switchboard.access.account.Correspondents;

/**
 * The notices that go by mail. A letter is taken out before it is sent and comes back only when the server is known to have
 * refused it: what was perhaps sent is not sent again.
 */
@Walled
@ApplicationScoped
class Postbox {

    /** After so long without a server that takes it, a notice is not tried again. */
    private static final Duration DAY = Duration.ofDays(1);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    /** Longer than sending can take; who did not come back by then never will. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(15);

    private static final int MOST_IN_A_LETTER = 200;

    private final EntityManager database;
    private final Correspondents correspondents;
    private final NoticeStops stops;
    private final Clock clock;

    Postbox(EntityManager database, Correspondents correspondents, NoticeStops stops, Clock clock) {
        this.database = database;
        this.correspondents = correspondents;
        this.stops = stops;
        this.clock = clock;
    }

    /** The letter that has waited longest; empty where none is due. */
    @Transactional
    Optional<Letter> take(Reader reader) {
        while (true) {
            List<NoticeEntity> due = due();
            if (due.isEmpty()) {
                return Optional.empty();
            }
            Optional<Letter> letter = letter(reader, due);
            if (letter.isPresent()) {
                return letter;
            }
        }
    }

    @Transactional
    void taken(Reader reader, Letter letter) {
        each(letter, notice -> notice.ended(MailStatus.SENT));
    }

    /** Tries again later, each time after a longer wait, for a day. */
    @Transactional
    void refused(Reader reader, Letter letter) {
        Instant now = clock.instant();
        each(letter, notice -> {
            Instant next = now.plus(wait(notice.mailTries));
            if (next.isAfter(notice.mailFirstTriedAt.plus(DAY))) {
                notice.ended(MailStatus.FAILED);
            } else {
                notice.goesByMail(notice.daily, next);
            }
        });
    }

    /** Nobody knows of these whether they were sent; they are not sent again. */
    @Transactional
    int giveUpLost(Reader reader) {
        return database.createQuery("update NoticeEntity n set n.mail = FAILED where n.mail = SENDING"
                        + " and n.mailTriedAt < :longAgo")
                .setParameter("longAgo", clock.instant().minus(LOST_AFTER))
                .executeUpdate();
    }

    static Duration wait(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private List<NoticeEntity> due() {
        List<NoticeEntity> first = locked("", 1, new UUID(0, 0));
        if (first.isEmpty() || !first.get(0).daily) {
            return first;
        }
        List<NoticeEntity> all = new ArrayList<>(first);
        locked(" and daily and account = :account", MOST_IN_A_LETTER, first.get(0).account).stream()
                .filter(notice -> notice != first.get(0))
                .forEach(all::add);
        return all;
    }

    private List<NoticeEntity> locked(String more, int most, UUID account) {
        var query = database.createNativeQuery(
                        "select * from notice where mail = 'WAITING' and mail_due_at <= :now" + more
                                + " order by mail_due_at, id limit :most for update skip locked",
                        NoticeEntity.class)
                .setParameter("now", clock.instant())
                .setParameter("most", most);
        if (!more.isEmpty()) {
            query.setParameter("account", account);
        }
        return query.getResultList();
    }

    private Optional<Letter> letter(Reader reader, List<NoticeEntity> due) {
        Optional<Correspondent> person = correspondents.of(reader, due.get(0).account);
        List<NoticeEntity> told = new ArrayList<>();
        for (NoticeEntity notice : due) {
            if (person.filter(one -> one.standsFor().stream().anyMatch(notice.addressees::contains))
                    .isPresent()) {
                notice.sending(clock.instant());
                told.add(notice);
            } else {
                // is no longer what the notice was for
                notice.ended(MailStatus.NONE);
            }
        }
        database.flush();
        return person.filter(one -> !told.isEmpty()).map(one -> letter(one, told));
    }

    private Letter letter(Correspondent person, List<NoticeEntity> told) {
        Set<NoticeGroup> groups =
                told.stream().map(notice -> notice.kind.group()).collect(Collectors.toSet());
        return new Letter(
                person,
                told.get(0).daily,
                told.stream()
                        .map(notice -> new Letter.Line(notice.id, notice.kind, notice.words))
                        .toList(),
                stops.made(person.account(), groups));
    }

    private void each(Letter letter, Consumer<NoticeEntity> change) {
        database.createQuery("from NoticeEntity where id in :ids and mail = SENDING", NoticeEntity.class)
                .setParameter("ids", letter.ids())
                .getResultStream()
                .forEach(change);
    }
}
