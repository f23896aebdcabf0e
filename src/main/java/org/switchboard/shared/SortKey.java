package org.switchboard.shared;

import java.util.function.Function;

/**
 * Something by which a list can be sorted. Values travel in cursors as text.
 *
 * @param name as in {@code ?sort=}
 * @param path of the attribute, from the entity under its alias {@code e}: {@code e.receivedAt}
 * @param value reads it from an entity
 * @param parse reads it back from its text
 */
public record SortKey<E>(String name, String path, Function<E, Object> value, Function<String, Object> parse) {}
