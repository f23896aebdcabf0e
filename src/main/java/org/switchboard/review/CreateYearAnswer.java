package org.switchboard.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** Whether what was delivered is in use a year later. Null marks are off because the validator says what is missing. */
@NullUnmarked
@Schema(examples = "{\"inUse\": true, \"words\": \"The unit files 40 reports a month.\"}")
public record CreateYearAnswer(
        @NotNull Boolean inUse, @NotBlank @Size(max = 4000) String words) {}
