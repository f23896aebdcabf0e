package org.switchboard.matching;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A match that the plan of a run holds exactly as it is, even where it breaks a limit by now.
 *
 * @param parts of the need's tranches that the offer pays
 */
@NullUnmarked
@Schema(examples = """
                {"need": "422f224e-cbfd-4ea2-b201-03521d5e987c", "offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4",
                 "parts": 2}""")
public record Pin(
        @NotNull UUID need,
        @NotNull UUID offer,
        @NotNull @Min(1) @Max(4) Integer parts) {}
