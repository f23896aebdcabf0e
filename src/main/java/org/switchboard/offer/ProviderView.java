package org.switchboard.offer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider as participants see it. */
@Schema(examples = """
                {"id": "b3b7a4f0-0b61-4c6e-9a37-5a2f8e0c6d11", "version": 0, "code": "LAF", "sample": false,
                 "name": "Legal Assistance Fund", "type": "ORGANIZATION", "prospective": false,
                 "contact": {"office": "Programme Office", "email": "programmes@fund.example"}, "audience": "PUBLIC"}""")
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
