package org.switchboard.review;

import org.jspecify.annotations.Nullable;
import org.switchboard.matching.Commitments;

/**
 * A row that an expert wants to put forward.
 *
 * @param reason why a person departed from the plan; null where nobody did
 */
record WantedRow(
        Commitments.Row row, Origin origin, @Nullable String reason) {}
