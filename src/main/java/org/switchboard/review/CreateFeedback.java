package org.switchboard.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** What a side thinks of a delivery: 1 poor to 5 excellent. Null marks are off because the validator says what is missing. */
@NullUnmarked
@Schema(examples = "{\"rating\": 4, \"words\": \"Good trainers; too short\"}")
public record CreateFeedback(
        @NotNull @Min(1) @Max(5) Integer rating,
        @Size(max = 4000) String words) {
    public CreateFeedback {
        words = words == null ? "" : words;
    }
}
