package org.switchboard.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.shared.Roles;

@RolesAllowed({Roles.EXPERT, Roles.ADMINISTRATOR})
@Path("/api/v1/sample")
@Tag(name = "Sample", description = "The generated sample with which a new service starts")
public class SampleResource {

    private final Sample sample;
    private final SampleTokens tokens;

    SampleResource(Sample sample, SampleTokens tokens) {
        this.sample = sample;
        this.tokens = tokens;
    }

    @DELETE
    @Operation(
            operationId = "removeSample",
            summary = "Take the sample away, with the runs that read it; asking again changes nothing")
    public Sample.Removed remove() {
        Sample.Removed removed = sample.remove();
        tokens.remove();
        return removed;
    }
}
