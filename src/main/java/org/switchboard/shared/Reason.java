package org.switchboard.shared;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done, in words for those whom it concerns; kept in the record of changes. */
@Schema(examples = "{\"reason\": \"The project was financed from the national budget.\"}")
public record Reason(@NotBlank @Size(max = 2000) String reason) {}
