package org.switchboard.shared;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the record of changes.
 *
 * @param item what kind of item changed: {@code need}, {@code offer}, {@code request}, …
 * @param from the status before; null when the item was created
 * @param why the reason given, or what was done
 */
public record Change(
        String item,
        UUID itemId,
        String who,
        Instant at,
        @Nullable String from,
        @Nullable String to,
        String why) {}
