package org.switchboard.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * Something to be reached on the way. Null marks are off because the validator says what is missing.
 *
 * @param reachedOn null until it is reached
 */
@NullUnmarked
@Schema(examples = "{\"title\": \"First course\", \"dueOn\": \"2027-03-31\"}")
public record MilestoneContent(
        @NotBlank @Size(max = 300) String title, @NotNull LocalDate dueOn, LocalDate reachedOn) {}
