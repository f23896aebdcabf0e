package org.switchboard.access.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * What a new API token shall be good for.
 *
 * @param name by which its owner knows it
 * @param expiresOn the last day, at most a year ahead
 * @param changes whether it may be used for more than reading
 * @param assignments some of one's own
 */
@NullUnmarked
@Schema(examples = """
                {"name": "nightly import", "expiresOn": "2027-05-31", "changes": true,
                 "assignments": [{"role": "EXPERT"}]}""")
public record TokenContent(
        @NotBlank @Size(max = 200) String name,
        @NotNull LocalDate expiresOn,
        @Schema(defaultValue = "false") Boolean changes,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid AssignmentContent> assignments) {

    public TokenContent {
        changes = changes != null && changes;
    }
}
