package org.switchboard.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the asked order
 * @param next opaque cursor of the page after this one; absent on the last
 */
public record Page<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Send as ?cursor= with the same filters and sort to get the next page.")
        @Nullable
        String next) {}
