package org.switchboard.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;
import org.switchboard.shared.Contact;

/**
 * What a State says about a request as a whole. Null marks are off for the reason given at {@link NeedContent}.
 *
 * @param reference the State's own, unique among its requests
 * @param receivedOn the day on which it was received; amounts in it are converted at the rates of that day
 * @param noteVerbaleReference of the note verbale that carried it, if one did
 */
@NullUnmarked
@Schema(examples = """
                {"reference": "2026/1", "receivedOn": "2026-11-02", "noteVerbaleReference": "NV/2026/118",
                 "noteVerbaleDate": "2026-10-28", "contact": {"office": "Permanent Mission, Legal Section"}}""")
public record RequestContent(
        @NotBlank @Size(max = 100) String reference,
        @NotNull LocalDate receivedOn,
        @Size(max = 100) String noteVerbaleReference,
        LocalDate noteVerbaleDate,
        @Valid Contact contact,
        @Schema(defaultValue = "COMMITTEE") Audience audience) {

    public RequestContent {
        audience = audience == null ? Audience.COMMITTEE : audience;
    }
}
