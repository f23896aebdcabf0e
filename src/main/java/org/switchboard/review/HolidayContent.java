package org.switchboard.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** What a holiday is called. Null marks are off because the validator says what is missing. */
@NullUnmarked
@Schema(examples = "{\"name\": \"Christmas Day\"}")
public record HolidayContent(@NotBlank @Size(max = 200) String name) {}
