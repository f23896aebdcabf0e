package org.switchboard.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.ItemKind;
import org.switchboard.access.Reader;
import org.switchboard.access.Sight;
import org.switchboard.access.Visible;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.SortKey;

/** Stored needs and requests. Every question is asked on behalf of a reader and answered within what that reader sees. */
@ApplicationScoped
class NeedRepository {

    private static final Listing<NeedEntity> NEEDS = new Listing<>(
            NeedEntity.class,
            need -> need.id,
            List.of(
                    new SortKey<>("received", "e.receivedAt", need -> need.receivedAt, Instant::parse),
                    new SortKey<>("reference", "e.reference", need -> need.reference, text -> text),
                    new SortKey<>("title", "e.title", need -> need.title, text -> text),
                    new SortKey<>("costUsd", "e.costUsd", need -> need.costUsd, Long::valueOf)));

    private static final Listing<RequestEntity> REQUESTS = new Listing<>(
            RequestEntity.class,
            request -> request.id,
            List.of(
                    new SortKey<>("created", "e.createdAt", request -> request.createdAt, Instant::parse),
                    new SortKey<>("reference", "e.reference", request -> request.reference, text -> text)));

    private final Visible visible;
    private final EntityManager database;

    NeedRepository(Visible visible, EntityManager database) {
        this.visible = visible;
        this.database = database;
    }

    Optional<NeedEntity> need(Reader reader, UUID id) {
        return visible.one(reader, NeedEntity.class, "e.id = :id", Map.of("id", id));
    }

    /** The need as it stands now, held against changes by others until the transaction ends. */
    Optional<NeedEntity> needToChange(Reader reader, UUID id) {
        Optional<NeedEntity> found = need(reader, id);
        found.ifPresent(need -> database.refresh(need, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    Optional<RequestEntity> request(Reader reader, UUID id) {
        return visible.one(reader, RequestEntity.class, "e.id = :id", Map.of("id", id));
    }

    Optional<RequestEntity> request(Reader reader, String state, String reference) {
        return visible.one(
                reader,
                RequestEntity.class,
                "e.state = :state and e.reference = :reference",
                Map.of("state", state, "reference", reference));
    }

    /** The request that a need at hand belongs to. */
    RequestEntity requestOf(NeedEntity need) {
        return database.find(RequestEntity.class, need.request);
    }

    /** Other needs of the same State, in the same area or of the same kind. */
    List<NeedEntity> related(Reader reader, NeedEntity need, String area) {
        return visible.all(
                reader,
                NeedEntity.class,
                "e.state = :state and e.id <> :id and (e.kind = :kind or e.theme = :area or e.theme like :within)",
                Map.of("state", need.state, "id", need.id, "kind", need.kind, "area", area, "within", area + ".%"),
                "order by e.receivedAt, e.id");
    }

    /** Those of a request that are no drafts, in the order of their references. */
    List<NeedEntity> submitted(Reader reader, UUID request) {
        return visible.all(
                reader,
                NeedEntity.class,
                "e.request = :request and e.status <> :draft",
                Map.of("request", request, "draft", NeedStatus.DRAFT),
                "order by e.reference");
    }

    /** Those of a request that wait to be opened, in the order of their references. */
    List<NeedEntity> acknowledged(Reader reader, UUID request) {
        return visible.all(
                reader,
                NeedEntity.class,
                "e.request = :request and e.status = :acknowledged",
                Map.of("request", request, "acknowledged", NeedStatus.ACKNOWLEDGED),
                "order by e.reference");
    }

    Page<SeenNeed> needs(Reader reader, NeedFilter filter, PageRequest page) {
        Sight sight = Sight.of(reader);
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        if (filter.status() != null) {
            parameters.putAll(sight.confidenceParameters());
        }
        return visible.page(
                reader,
                NEEDS,
                filter.conditions(sight.confidence("e"), sight.condition("r", ItemKind.REQUEST)),
                parameters,
                page,
                need -> SeenNeed.of(reader, need));
    }

    Page<RequestView> requests(Reader reader, List<String> states, PageRequest page) {
        return states.isEmpty()
                ? visible.page(reader, REQUESTS, List.of(), Map.of(), page, RequestView::of)
                : visible.page(
                        reader,
                        REQUESTS,
                        List.of("e.state in (:states)"),
                        Map.of("states", states),
                        page,
                        RequestView::of);
    }

    List<NeedEntity> open(Reader reader, Collection<UUID> also) {
        return visible.allForPlans(
                reader,
                NeedEntity.class,
                "e.status = :open or " + Visible.idIsAmong("also"),
                Map.of("open", NeedStatus.OPEN, "also", Visible.ids(also)),
                "order by e.receivedAt, e.id");
    }

    List<NeedEntity> needs(Reader reader, Collection<UUID> ids) {
        return visible.allForPlans(
                reader, NeedEntity.class, Visible.idIsAmong("ids"), Map.of("ids", Visible.ids(ids)), "");
    }

    /** Those of these that are there, by State and reference. */
    Map<NeedKey, NeedEntity> byKey(Reader reader, Collection<NeedKey> keys) {
        List<String> references =
                keys.stream().map(NeedKey::reference).distinct().toList();
        return visible
                .all(reader, NeedEntity.class, "e.reference in (:references)", Map.of("references", references), "")
                .stream()
                .collect(Collectors.toMap(need -> new NeedKey(need.state, need.reference), need -> need));
    }

    /** Those of these requests that are there, by State and reference. */
    Map<NeedKey, RequestEntity> requestsByKey(Reader reader, Collection<NeedKey> keys) {
        List<String> references =
                keys.stream().map(NeedKey::reference).distinct().toList();
        return visible
                .all(reader, RequestEntity.class, "e.reference in (:references)", Map.of("references", references), "")
                .stream()
                .filter(request -> keys.contains(new NeedKey(request.state, request.reference)))
                .collect(
                        Collectors.toMap(request -> new NeedKey(request.state, request.reference), request -> request));
    }

    /** Whether the State has a need of this reference, whoever may see it: the reference is the State's to give once. */
    boolean isTaken(NeedKey key) {
        return database.createQuery(
                                "select count(*) from NeedEntity where state = :state and reference = :reference",
                                Long.class)
                        .setParameter("state", key.state())
                        .setParameter("reference", key.reference())
                        .getSingleResult()
                > 0;
    }

    int removeSample(Reader reader) {
        int needs = visible.removeSample(reader, NeedEntity.class, "true");
        // a request of the sample stays where someone has added a real need to it since
        visible.removeSample(
                reader, RequestEntity.class, "not exists (select 1 from NeedEntity n where n.request = e.id)");
        return needs;
    }

    void add(Object entity) {
        database.persist(entity);
    }

    /** So that the version in the view handed out is the one stored. */
    void flush() {
        database.flush();
    }

    void clear() {
        database.flush();
        database.clear();
    }
}
