package org.switchboard.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** All that is to be reached, in order. Null marks are off because the validator says what is missing. */
@NullUnmarked
@Schema(name = "Milestones", examples = """
                {"milestones": [{"title": "First course", "dueOn": "2027-03-31"}]}""")
public record Milestones(@NotNull @Size(max = 100) List<@NotNull @Valid MilestoneContent> milestones) {}
