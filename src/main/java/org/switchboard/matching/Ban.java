package org.switchboard.matching;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A match that the plan of a run does not hold: with one offer, or with any offer of a provider.
 *
 * @param offer that is not to serve the need; absent where a provider is named
 * @param provider none of whose offers is to serve the need, by its code; absent where an offer is named
 */
@NullUnmarked
@Schema(examples = "{\"need\": \"422f224e-cbfd-4ea2-b201-03521d5e987c\", \"provider\": \"LAF\"}")
public record Ban(
        @NotNull UUID need, UUID offer, @Size(max = 40) String provider) {}
