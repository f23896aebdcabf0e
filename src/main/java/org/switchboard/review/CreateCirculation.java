package org.switchboard.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** A request that is to be put before the Committee, and why. Null marks are off for the validator's sake. */
@NullUnmarked
@Schema(examples = """
                {"request": "0d9a7a64-5a0f-4c57-8a63-0f1f5a6f1c22", "reason": "Authenticated by the Permanent Mission."}""")
public record CreateCirculation(
        @NotNull UUID request, @NotBlank @Size(max = 2000) String reason) {}
