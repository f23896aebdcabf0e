package org.switchboard.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many items, 1 to {@value #MOST}
 * @param cursor where the page before ended, as it was handed out; null for the first page
 * @param sort name of the sort key, with a leading minus for descending; null for the list's own order
 */
public record PageRequest(
        int limit, @Nullable String cursor, @Nullable String sort) {

    public static final int MOST = 200;
    public static final String DEFAULT_LIMIT = "50";

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Malformed("limit must be from 1 to " + MOST + ", not " + limit + ".");
        }
    }
}
