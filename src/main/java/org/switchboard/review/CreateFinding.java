package org.switchboard.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A finding of human-rights due diligence. Null marks are off because the validator says what is missing.
 *
 * @param cleared whether the provider may help with the need
 * @param finding what was looked at and found
 */
@NullUnmarked
@Schema(name = "CreateDueDiligenceFinding", examples = """
                {"need": "422f224e-cbfd-4ea2-b201-03521d5e987c", "provider": "LAF", "cleared": true,
                 "finding": "No unit that would be trained is under investigation."}""")
public record CreateFinding(
        @NotNull UUID need,
        @NotBlank @Size(max = 40) String provider,
        @NotNull Boolean cleared,
        @NotBlank @Size(max = 4000) String finding) {}
