package org.switchboard.shared;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read page by page at a cost that does not grow with the place in it: each page continues after the last
 * item of the one before (by sort value, then id) instead of counting rows.
 *
 * @param <E> the entity
 */
public final class Listing<E> {

    /** Parts of a cursor; it cannot stand in a UUID, a number or an instant, and comes last in free text. */
    private static final String SEPARATOR = "|";

    private final Class<E> entity;
    private final Function<E, UUID> id;
    private final List<SortKey<E>> keys;

    /** @param keys the sort keys; the first is the default */
    public Listing(Class<E> entity, Function<E, UUID> id, List<SortKey<E>> keys) {
        this.entity = entity;
        this.id = id;
        this.keys = List.copyOf(keys);
    }

    public Class<E> entity() {
        return entity;
    }

    /**
     * Reads one page.
     *
     * @param conditions all of which must hold; the entity goes by the alias {@code e}
     * @param parameters of the conditions
     */
    public <V> Page<V> read(
            EntityManager database,
            List<String> conditions,
            Map<String, Object> parameters,
            PageRequest asked,
            Function<E, V> view) {
        Order<E> order = order(asked.sort());
        List<String> all = new ArrayList<>(conditions);
        Map<String, Object> bound = new HashMap<>(parameters);
        if (asked.cursor() != null) {
            all.add(after(order, asked.cursor(), bound));
        }
        String direction = order.descending() ? " desc" : "";
        String query = "from %s e where %s order by %s%s, e.id%s"
                .formatted(
                        entity.getSimpleName(),
                        String.join(" and ", all),
                        order.key().path(),
                        direction,
                        direction);
        TypedQuery<E> found = database.createQuery(query, entity).setMaxResults(asked.limit() + 1);
        bound.forEach(found::setParameter);
        List<E> rows = found.getResultList();
        boolean more = rows.size() > asked.limit();
        List<E> shown = more ? rows.subList(0, asked.limit()) : rows;
        return new Page<>(shown.stream().map(view).toList(), more ? cursor(order, shown.get(shown.size() - 1)) : null);
    }

    private record Order<E>(SortKey<E> key, boolean descending) {
        String name() {
            return (descending ? "-" : "") + key.name();
        }
    }

    private Order<E> order(@Nullable String sort) {
        if (sort == null) {
            return new Order<>(keys.get(0), false);
        }
        boolean descending = sort.startsWith("-");
        String name = descending ? sort.substring(1) : sort;
        return keys.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .map(key -> new Order<>(key, descending))
                .orElseThrow(() -> new Refusal.Malformed("This list cannot be sorted by '" + name + "'. Known are: "
                        + keys.stream().map(SortKey::name).collect(Collectors.joining(", ")) + "."));
    }

    private String after(Order<E> order, String cursor, Map<String, Object> bound) {
        String[] parts = decoded(cursor);
        if (!parts[0].equals(order.name())) {
            throw new Refusal.Malformed("This cursor belongs to another order. Keep sort as it was on the first page.");
        }
        try {
            bound.put("afterId", UUID.fromString(parts[1]));
            bound.put("afterValue", order.key().parse().apply(parts[2]));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw badCursor();
        }
        String sign = order.descending() ? "<" : ">";
        return "(%1$s %2$s :afterValue or (%1$s = :afterValue and e.id %2$s :afterId))"
                .formatted(order.key().path(), sign);
    }

    private String cursor(Order<E> order, E last) {
        String plain = String.join(
                SEPARATOR,
                order.name(),
                id.apply(last).toString(),
                order.key().value().apply(last).toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] decoded(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\" + SEPARATOR, 3);
            if (parts.length == 3) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
        throw badCursor();
    }

    private static Refusal badCursor() {
        return new Refusal.Malformed("This cursor was not handed out by this list. Start again without one.");
    }
}
