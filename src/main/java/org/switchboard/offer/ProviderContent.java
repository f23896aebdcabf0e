package org.switchboard.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;
import org.switchboard.shared.Contact;

/**
 * What a provider says about itself. Null marks are off because the validator, not the compiler, says which parts of a
 * body that came from outside are missing.
 *
 * @param prospective whether it has interests but no programme yet
 * @param state the donor State itself, by ISO 3166-1 alpha-3; null for organizations. Its member of the Committee is recused
 *     where the provider is a party
 * @param interests in its own words
 */
@NullUnmarked
@Schema(examples = """
                {"name": "Legal Assistance Fund", "type": "ORGANIZATION", "audience": "PUBLIC",
                 "contact": {"office": "Programme Office", "email": "programmes@fund.example"}}""")
public record ProviderContent(
        @NotBlank @Size(max = 200) String name,
        @NotNull ProviderType type,
        @Schema(defaultValue = "false") Boolean prospective,

        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 3166-1 alpha-3 code")
        String state,

        @Size(max = 2000) String interests,
        @Valid Contact contact,
        @Schema(defaultValue = "PARTICIPANTS") Audience audience) {

    public ProviderContent {
        prospective = prospective != null && prospective;
        audience = audience == null ? Audience.PARTICIPANTS : audience;
    }
}
