package org.switchboard.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A report on a delivery. Null marks are off because the validator says what is missing.
 *
 * @param finished whether for this side the delivery is at its end
 */
@NullUnmarked
@Schema(examples = "{\"words\": \"The first course was held for 24 analysts.\", \"finished\": false}")
public record CreateDeliveryReport(
        @NotBlank @Size(max = 8000) String words,
        @Schema(defaultValue = "false") Boolean finished) {
    public CreateDeliveryReport {
        finished = finished != null && finished;
    }
}
