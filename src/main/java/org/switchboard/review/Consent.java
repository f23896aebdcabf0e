package org.switchboard.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A yes. Null marks are off because the validator says what is missing.
 *
 * @param parts to which the State consents; left out for all that is proposed
 * @param words for the experts and the Committee
 */
@NullUnmarked
@Schema(examples = "{\"parts\": 1, \"words\": \"One course now, the other next year\"}")
public record Consent(
        @Min(1) @Max(4) Integer parts, @Size(max = 2000) String words) {
    public Consent {
        words = words == null ? "" : words;
    }
}
