package org.switchboard.need;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.reference.AskedLanguage;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Change;
import org.switchboard.shared.Created;
import org.switchboard.shared.Idempotency;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Roles;

@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requests", description = "What States submit: a request with its needs")
public class RequestResource {

    private final Requests requests;
    private final AcknowledgementLetters letters;
    private final AskedLanguage asked;
    private final Idempotency idempotency;
    private final Asking asking;

    RequestResource(
            Requests requests,
            AcknowledgementLetters letters,
            AskedLanguage asked,
            Idempotency idempotency,
            Asking asking) {
        this.requests = requests;
        this.letters = letters;
        this.asked = asked;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listRequests", summary = "Requests, page by page")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = RequestPage.class)))
    public Response list(
            @QueryParam("state") List<String> states,
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        return Answers.page(uri, requests.list(asking.reader(), states, new PageRequest(limit, cursor, sort)));
    }

    @POST
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT})
    @Operation(operationId = "createRequest", summary = "Submit a request, with or without its needs")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreateRequest request) {
        return idempotency.create(asking.caller(), "POST /requests", key, request, () -> {
            RequestView view = requests.create(asking.reader(), request);
            return new Created("/requests/" + view.id(), view.version(), view);
        });
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getRequest", summary = "One request")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        RequestView view = requests.get(asking.reader(), id);
        return Answers.item(http, view, view.version());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT})
    @Operation(operationId = "changeRequest", summary = "Change what is said about the request as a whole")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid RequestContent content) {
        RequestView view = requests.change(asking.reader(), id, Preconditions.version(ifMatch), content);
        return Answers.changed(view, view.version());
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "listRequestChanges", summary = "The record of changes of one request, oldest first")
    public List<Change> changes(@PathParam("id") UUID id) {
        return requests.changes(asking.reader(), id);
    }

    @GET
    @Path("/{id}/acknowledgement-letter")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT})
    @Operation(
            operationId = "getAcknowledgementLetter",
            summary = "The letter that acknowledges what was received with a request, to be printed")
    @APIResponse(
            responseCode = "200",
            description = "A page without scripts, in the language that was asked for",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "<!doctype html>…"))
    @APIResponse(responseCode = "409")
    public Response letter(
            @PathParam("id") UUID id,
            @QueryParam("lang")
                    @Parameter(
                            description =
                                    "The language of the letter; without it, Accept-Language decides, else English.")
                    @Nullable
                    String lang,
            @Context Request http) {
        String page = letters.html(requests.received(asking.reader(), id), asked.language());
        EntityTag tag = Preconditions.tagOfContent(new Printed(page));
        return Response.fromResponse(Answers.item(http, page, tag))
                .header(HttpHeaders.CONTENT_LANGUAGE, asked.language().tag())
                .build();
    }

    private record Printed(String html) {}

    @POST
    @Path("/{id}/needs")
    @RolesAllowed({Roles.FOCAL_POINT, Roles.EXPERT})
    @Operation(operationId = "createNeed", summary = "Add a need to the request, as a draft")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Response addNeed(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NeedContent content) {
        return idempotency.create(asking.caller(), "POST /requests/" + id + "/needs", key, content, () -> {
            NeedView view = requests.addNeed(asking.reader(), id, content);
            return new Created("/needs/" + view.id(), view.version(), view);
        });
    }

    /** How a page of requests looks, for the OpenAPI document. */
    @Schema(name = "RequestPage")
    record RequestPage(List<RequestView> items, @Nullable String next) {}
}
