package org.switchboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.switchboard.shared.Happening;

/**
 * Keeps what people are to be told of in the transaction of the change that it tells of: where it cannot be kept, there is no
 * change, and where the change is undone, nobody is told.
 */
@ApplicationScoped
class Outbox {

    private final EntityManager database;
    private final NoticeWords words;
    private final Clock clock;

    Outbox(EntityManager database, NoticeWords words, Clock clock) {
        this.database = database;
        this.words = words;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if there is no such kind, or its sentence has a gap that nothing fills */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(@Observes Happening happening) {
        OutboxEntity kept = new OutboxEntity();
        kept.id = UUID.randomUUID();
        kept.change = happening.change();
        kept.kind = NoticeKind.ofKey(happening.kind());
        kept.item = happening.item();
        kept.itemId = happening.itemId();
        kept.addressees = List.copyOf(happening.addressees());
        kept.recused = List.copyOf(happening.recused());
        kept.words = words.written(kept.kind, happening.words());
        kept.at = clock.instant();
        database.persist(kept);
    }
}
