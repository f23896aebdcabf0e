package org.switchboard.offer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** A provider as participants see it. */
public record ProviderView(
        UUID id,
        int version,
        String code,
        boolean sample,
        @JsonUnwrapped ProviderContent content) {

    static ProviderView of(ProviderEntity provider) {
        return new ProviderView(provider.id, provider.version, provider.code, provider.sample, provider.content());
    }
}
