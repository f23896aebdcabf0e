package org.switchboard.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A provider to add.
 *
 * @param code by which all else refers to it: ISO 3166-1 alpha-3 for a donor State, its acronym for an organization
 */
@NullUnmarked
@Schema(
        examples =
                "{\"code\": \"LAF\", \"provider\": {\"name\": \"Legal Assistance Fund\", \"type\": \"ORGANIZATION\"}}")
public record CreateProvider(
        @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE)
        String code,

        @NotNull @Valid ProviderContent provider) {

    static final String CODE = "[A-Za-z0-9][A-Za-z0-9._()-]{0,39}";
    static final String CODE_MESSAGE = "must be 1 to 40 letters, digits, dots, hyphens, underscores or brackets";
}
