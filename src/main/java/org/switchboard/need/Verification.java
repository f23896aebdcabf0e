package org.switchboard.need;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the experts find about a need.
 *
 * @param priority by which it is weighed; until then the priority that its State gives counts as medium at the most
 * @param reason kept in the record of changes
 */
@Schema(examples = "{\"priority\": \"HIGH\", \"reason\": \"Recommended by the report of the country visit.\"}")
public record Verification(
        @NotNull Priority priority,
        @NotBlank @Size(max = 2000) String reason) {}
