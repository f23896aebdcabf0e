package org.switchboard.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** By how many working days the Committee prolongs its period, and why. Null marks are off for the validator's sake. */
@NullUnmarked
@Schema(name = "Extension", examples = "{\"days\": 3, \"reason\": \"Capitals are consulted\"}")
public record Extension(
        @NotNull @Min(1) @Max(60) Integer days,
        @NotBlank @Size(max = 2000) String reason) {}
