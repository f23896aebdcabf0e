package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.access.Visible;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.SortKey;

/** Stored circulations. Every question is answered within what its reader sees. */
@ApplicationScoped
class CirculationRepository {

    private static final Listing<CirculationEntity> CIRCULATIONS = new Listing<>(
            CirculationEntity.class,
            circulation -> circulation.id,
            List.of(
                    new SortKey<>("putBefore", "e.putBeforeAt", circulation -> circulation.putBeforeAt, Instant::parse),
                    new SortKey<>("reference", "e.reference", circulation -> circulation.reference, text -> text)));

    private final Visible visible;
    private final EntityManager database;

    CirculationRepository(Visible visible, EntityManager database) {
        this.visible = visible;
        this.database = database;
    }

    Optional<CirculationEntity> circulation(Reader reader, UUID id) {
        return visible.one(reader, CirculationEntity.class, "e.id = :id", Map.of("id", id));
    }

    /** The circulation as it stands now, held against changes by others until the transaction ends. */
    Optional<CirculationEntity> circulationToChange(Reader reader, UUID id) {
        Optional<CirculationEntity> found = circulation(reader, id);
        found.ifPresent(circulation -> database.refresh(circulation, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** @param status that they have; null for any */
    Page<CirculationView> circulations(Reader reader, @Nullable CirculationStatus status, PageRequest page) {
        return visible.page(
                reader,
                CIRCULATIONS,
                status == null ? List.of() : List.of("e.status = :status"),
                status == null ? Map.of() : Map.of("status", status),
                page,
                CirculationView::of);
    }

    /** Whether a request is before the Committee now. */
    boolean isBeforeCommittee(Reader reader, UUID request) {
        return !visible.allForPlans(
                        reader,
                        CirculationEntity.class,
                        "e.request = :request and e.status in (:before, :held)",
                        Map.of(
                                "request", request,
                                "before", CirculationStatus.BEFORE_COMMITTEE,
                                "held", CirculationStatus.HELD),
                        "")
                .isEmpty();
    }

    /** Whether the Committee has let a need pass. */
    boolean hasPassed(Reader reader, UUID need) {
        return !visible.allForPlans(
                        reader,
                        CirculationEntity.class,
                        "e.status = :passed and array_contains(e.needs, :need)",
                        Map.of("passed", CirculationStatus.PASSED, "need", need),
                        "")
                .isEmpty();
    }

    List<UUID> with(Reader service, TermDue due) {
        return visible
                .allForPlans(
                        service, CirculationEntity.class, due.condition(), due.parameters(), "order by e.until, e.id")
                .stream()
                .map(circulation -> circulation.id)
                .toList();
    }

    void add(CirculationEntity circulation) {
        database.persist(circulation);
    }

    void flush() {
        database.flush();
    }
}
