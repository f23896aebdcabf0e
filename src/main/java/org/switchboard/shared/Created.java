package org.switchboard.shared;

import org.jspecify.annotations.Nullable;

/**
 * What a creating POST made.
 *
 * @param location path of the new item below the API's base; null where many items were made at once
 * @param view the item, as it is answered
 */
public record Created(@Nullable String location, int version, Object view) {

    /** Many items at once, reported as one. */
    public static Created many(Object report) {
        return new Created(null, 0, report);
    }
}
