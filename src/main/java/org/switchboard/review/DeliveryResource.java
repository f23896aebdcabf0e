package org.switchboard.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Reason;
import org.switchboard.shared.Roles;

@Path("/api/v1/proposals/{id}/delivery")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Delivery",
        description = "What becomes of a match: milestones, money, reports, feedback, the question after a year")
public class DeliveryResource {

    private final Deliveries deliveries;
    private final Asking asking;

    DeliveryResource(Deliveries deliveries, Asking asking) {
        this.deliveries = deliveries;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Roles.FOCAL_POINT, Roles.PROVIDER, Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "getDelivery", summary = "How a delivery goes")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        DeliveryView view = deliveries.get(asking.reader(), id);
        return Answers.item(http, view, view.version());
    }

    @PUT
    @Path("/milestones")
    @RolesAllowed(Roles.PROVIDER)
    @Operation(operationId = "setMilestones", summary = "Say what is to be reached and when, and what has been")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response milestones(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Milestones milestones) {
        return changed(deliveries.milestones(asking.reader(), id, Preconditions.version(ifMatch), milestones));
    }

    @POST
    @Path("/payments")
    @RolesAllowed(Roles.PROVIDER)
    @Operation(operationId = "addPayment", summary = "Say what was committed or paid")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response pay(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CreatePayment payment) {
        return changed(deliveries.pay(asking.reader(), id, Preconditions.version(ifMatch), payment));
    }

    @POST
    @Path("/reports")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.PROVIDER})
    @Operation(
            operationId = "reportOnDelivery",
            summary = "Report; once both sides have reported the end, help is delivered")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response report(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CreateDeliveryReport report) {
        return changed(deliveries.report(asking.reader(), id, Preconditions.version(ifMatch), report));
    }

    @POST
    @Path("/completion")
    @RolesAllowed(Roles.EXPERT)
    @Operation(operationId = "completeDelivery", summary = "Find that help is delivered, where a side does not say so")
    @APIResponse(
            responseCode = "200",
            description = "Delivered",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response complete(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return changed(deliveries.complete(asking.reader(), id, Preconditions.version(ifMatch), reason.reason()));
    }

    @POST
    @Path("/feedback")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.PROVIDER})
    @Operation(operationId = "giveFeedback", summary = "Say, once for each side, what the help was worth")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response rate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CreateFeedback feedback) {
        return changed(deliveries.rate(asking.reader(), id, Preconditions.version(ifMatch), feedback));
    }

    @POST
    @Path("/answer-after-a-year")
    @RolesAllowed(Roles.FOCAL_POINT)
    @Operation(operationId = "answerAfterAYear", summary = "Say what is left of the help a year after its delivery")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response answer(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CreateYearAnswer answer) {
        return changed(deliveries.answerAfterAYear(asking.reader(), id, Preconditions.version(ifMatch), answer));
    }

    private static Response changed(DeliveryView view) {
        return Answers.changed(view, view.version());
    }
}
