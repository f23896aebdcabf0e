package org.switchboard.matrix;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.switchboard.access.Audience;
import org.switchboard.access.Reader;
import org.switchboard.access.Visible;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.SortKey;

/** Stored editions. Every question is answered within what its reader sees. */
@ApplicationScoped
class EditionRepository {

    private static final Listing<EditionEntity> EDITIONS = new Listing<>(
            EditionEntity.class,
            edition -> edition.id,
            List.of(new SortKey<>("asOf", "e.asOf", edition -> edition.asOf, Instant::parse)));

    private final Visible visible;
    private final EntityManager database;

    EditionRepository(Visible visible, EntityManager database) {
        this.visible = visible;
        this.database = database;
    }

    Optional<EditionEntity> edition(Reader reader, int number) {
        return visible.one(reader, EditionEntity.class, "e.number = :number", Map.of("number", number));
    }

    /** The edition as it stands now, held against changes by others until the transaction ends. */
    Optional<EditionEntity> editionToChange(Reader reader, int number) {
        Optional<EditionEntity> found = edition(reader, number);
        found.ifPresent(edition -> database.refresh(edition, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    Page<EditionEntity> editions(Reader reader, PageRequest page) {
        return visible.page(reader, EDITIONS, List.of(), Map.of(), page, edition -> edition);
    }

    boolean isOnePrepared(Reader reader) {
        return !visible.allForPlans(
                        reader,
                        EditionEntity.class,
                        "e.status = :prepared",
                        Map.of("prepared", EditionStatus.PREPARED),
                        "")
                .isEmpty();
    }

    /** Of the last edition; 0 where there is none. */
    int lastNumber() {
        return database.createQuery("select coalesce(max(e.number), 0) from EditionEntity e", Integer.class)
                .getSingleResult();
    }

    /** Of editions that were found before, their texts for an audience. */
    Map<UUID, EditionFacts> facts(Collection<UUID> editions, Audience audience) {
        return database.createQuery(
                        "select t.edition, t.audience, t.sha256, t.needs, t.offers, t.matches from EditionTextEntity t"
                                + " where t.edition in (:editions) and t.audience = :audience",
                        EditionFacts.class)
                .setParameter("editions", editions)
                .setParameter("audience", audience)
                .getResultStream()
                .collect(Collectors.toMap(EditionFacts::edition, Function.identity()));
    }

    /** Of an edition that was found before. */
    byte[] text(UUID edition, Audience audience) {
        return database.find(EditionTextEntity.class, new EditionTextEntity.Key(edition, audience)).content;
    }

    int removeSample(Reader reader) {
        return visible.removeSample(reader, EditionEntity.class, "true");
    }

    void add(Object entity) {
        database.persist(entity);
    }

    void flush() {
        database.flush();
    }
}
