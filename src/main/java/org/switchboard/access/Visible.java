package org.switchboard.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;

/**
 * The one way to stored items: each query is narrowed to what its reader may see, and what it found that is not for
 * everyone is recorded as read. Entities go by the alias {@code e}, say
 * what they are by {@link Guarded}, and have the attributes {@code owner}, {@code audience} and {@code sample}.
 */
@ApplicationScoped
public class Visible {

    private final EntityManager database;
    private final AccessRecorder recorder;

    Visible(EntityManager database, AccessRecorder recorder) {
        this.database = database;
        this.recorder = recorder;
    }

    /** The first item that fulfils the condition and that this reader may see. */
    public <E extends Item> Optional<E> one(
            Reader reader, Class<E> entity, String condition, Map<String, Object> parameters) {
        return all(reader, entity, condition, parameters, "").stream().findFirst();
    }

    /**
     * All items that fulfil the condition and that this reader may see.
     *
     * @param order an {@code order by} clause, or nothing
     */
    public <E extends Item> List<E> all(
            Reader reader, Class<E> entity, String condition, Map<String, Object> parameters, String order) {
        List<E> found = found(reader, entity, condition, parameters, order);
        recorder.read(reader, kindOf(entity), found);
        return found;
    }

    /**
     * The same for plans. It is recorded that the run was read, and not which items came before the reader with it: their
     * owners, who read the record, would learn what is in plans that are the experts' alone.
     */
    public <E extends Item> List<E> allForPlans(
            Reader reader, Class<E> entity, String condition, Map<String, Object> parameters, String order) {
        return found(reader, entity, condition, parameters, order);
    }

    /**
     * A condition for however many ids: they are one parameter, where an ordinary list takes one for each and
     * PostgreSQL at most 65,535.
     *
     * @param parameter under which they are bound, made by {@link #ids}
     */
    public static String idIsAmong(String parameter) {
        return "cast(sql('(? = any(?))', e.id, :%s) as Boolean) = true".formatted(parameter);
    }

    public static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    /** One page of a listing, as far as this reader may see. */
    public <E extends Item, V> Page<V> page(
            Reader reader,
            Listing<E> listing,
            List<String> conditions,
            Map<String, Object> parameters,
            PageRequest asked,
            Function<E, V> view) {
        Sight sight = Sight.of(reader);
        ItemKind kind = kindOf(listing.entity());
        List<String> narrowed = new ArrayList<>(conditions);
        narrowed.add(sight.condition("e", kind));
        Map<String, Object> bound = new HashMap<>(parameters);
        bound.putAll(sight.parameters(kind));
        List<E> shown = new ArrayList<>();
        Page<V> page = listing.read(database, narrowed, bound, asked, item -> {
            shown.add(item);
            return view.apply(item);
        });
        recorder.read(reader, kind, shown);
        return page;
    }

    /**
     * Removes sample items that this reader may see.
     *
     * @param condition that must hold besides
     * @return how many
     */
    public int removeSample(Reader reader, Class<?> entity, String condition) {
        Sight sight = Sight.of(reader);
        ItemKind kind = kindOf(entity);
        Query query = database.createQuery("delete from %s e where e.sample = true and (%s) and %s"
                .formatted(entity.getSimpleName(), condition, sight.condition("e", kind)));
        bind(query, sight.parameters(kind));
        return query.executeUpdate();
    }

    private <E> List<E> found(
            Reader reader, Class<E> entity, String condition, Map<String, Object> parameters, String order) {
        Sight sight = Sight.of(reader);
        ItemKind kind = kindOf(entity);
        TypedQuery<E> query = database.createQuery(
                "from %s e where (%s) and %s %s"
                        .formatted(entity.getSimpleName(), condition, sight.condition("e", kind), order),
                entity);
        bind(query, parameters);
        bind(query, sight.parameters(kind));
        return query.getResultList();
    }

    private static ItemKind kindOf(Class<?> entity) {
        Guarded guarded = entity.getAnnotation(Guarded.class);
        if (guarded == null) {
            throw new IllegalStateException(entity + " does not say what kind of item it is");
        }
        return guarded.value();
    }

    private static void bind(Query query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
    }
}
