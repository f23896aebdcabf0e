package org.switchboard.sample;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.access.Asking;

@Path("/api/v1/sample")
@Tag(name = "Sample", description = "The generated sample with which a new service starts")
public class SampleResource {

    private final Sample sample;
    private final Asking asking;

    SampleResource(Sample sample, Asking asking) {
        this.sample = sample;
        this.asking = asking;
    }

    @DELETE
    @Operation(
            operationId = "removeSample",
            summary = "Take the sample away, with the runs that read it; asking again changes nothing")
    public Sample.Removed remove() {
        return sample.remove(asking.reader());
    }
}
