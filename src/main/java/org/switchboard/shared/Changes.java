package org.switchboard.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of changes: who, when, from, to, why, and the item as it stood afterwards. Nothing is ever deleted from it;
 * the database refuses to.
 *
 * <p>It is written in the transaction of the change itself. Who may read the entries of an item is for the item's own
 * feature to say, so features hand them out and this class is not reachable from outside.
 */
@ApplicationScoped
public class Changes {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<Happening> happenings;

    Changes(EntityManager database, ObjectMapper json, Clock clock, Event<Happening> happenings) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.happenings = happenings;
    }

    /**
     * Adds one entry.
     *
     * @param content the item as it stands after the change; kept so that any past moment can be shown again
     * @return the number of the entry
     */
    public long record(
            String item,
            UUID itemId,
            String who,
            @Nullable Enum<?> from,
            @Nullable Enum<?> to,
            String why,
            Object content) {
        ChangeEntity entry = new ChangeEntity();
        entry.item = item;
        entry.itemId = itemId;
        entry.who = who;
        entry.at = clock.instant();
        entry.from = from == null ? null : from.name();
        entry.to = to == null ? null : to.name();
        entry.why = why;
        entry.content = written(content);
        database.persist(entry);
        return entry.id;
    }

    /** Has people told of a change, in the same transaction. */
    public void tell(Happening happening) {
        happenings.fire(happening);
    }

    /** The entries of one item, oldest first. */
    public List<Change> of(String item, UUID itemId) {
        return database.createQuery(
                        "from ChangeEntity where item = :item and itemId = :id order by id", ChangeEntity.class)
                .setParameter("item", item)
                .setParameter("id", itemId)
                .getResultStream()
                .map(e -> new Change(e.item, e.itemId, e.who, e.at, e.from, e.to, e.why))
                .toList();
    }

    /** Whether nothing has ever been recorded. */
    @Transactional
    public boolean isEmpty() {
        return database.createQuery("select id from ChangeEntity", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the content of a change", e);
        }
    }
}
