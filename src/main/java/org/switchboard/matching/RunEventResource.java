package org.switchboard.matching;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.access.Reader;
import org.switchboard.shared.Roles;

@RolesAllowed(Roles.EXPERT)
@Path("/api/v1/runs/{id}/events")
@Tag(name = "Runs")
public class RunEventResource {

    private final RunEvents events;
    private final EventStreams streams;
    private final Asking asking;

    RunEventResource(RunEvents events, EventStreams streams, Asking asking) {
        this.events = events;
        this.streams = streams;
        this.asking = asking;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchRun",
            summary = "What happens to a run, as it happens; the stream ends with the run, or after two minutes")
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events: id is the number of the event, data a RunEventView as JSON",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            example = "id: 7\nevent: PROGRESS\ndata: {\"number\": 7}\n\n"))
    public Multi<OutboundSseEvent> watch(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "The number of the last event that is known already; any process goes on from there")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    Integer lastEvent,
            @Context Sse sse) {
        Reader reader = asking.reader();
        RunEvents.Watched run = events.watch(reader, id);
        int known = lastEvent == null ? 0 : lastEvent;
        return streams.open(known, run.ended(), after -> events.after(reader, run, after), sse);
    }
}
