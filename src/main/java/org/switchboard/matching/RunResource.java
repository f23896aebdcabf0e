package org.switchboard.matching;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
import org.switchboard.shared.Answers;
import org.switchboard.shared.Created;
import org.switchboard.shared.Idempotency;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Roles;

@RolesAllowed(Roles.EXPERT)
@Path("/api/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runs", description = "Matching: start a run, watch it, read what it suggests")
public class RunResource {

    private final Runs runs;
    private final Idempotency idempotency;
    private final Asking asking;

    RunResource(Runs runs, Idempotency idempotency, Asking asking) {
        this.runs = runs;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @GET
    @Operation(operationId = "listRuns", summary = "Runs, page by page; sort=-created for the latest first")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = RunPage.class)))
    public Response list(
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        return Answers.page(uri, runs.list(asking.reader(), new PageRequest(limit, cursor, sort)));
    }

    @POST
    @Operation(operationId = "createRun", summary = "Match the open needs with the active offers, in the background")
    @APIResponse(
            responseCode = "201",
            description = "Queued",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreateRun run) {
        return idempotency.create(asking.caller(), "POST /runs", key, run, () -> {
            RunView view = runs.create(asking.reader(), run);
            return new Created("/runs/" + view.id(), view.version(), view);
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRun", summary = "One run and how far it has come")
    @APIResponse(
            responseCode = "200",
            description = "The run",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response get(@PathParam("id") UUID id, @Context Request http) {
        RunView view = runs.get(asking.reader(), id);
        return Answers.item(http, view, view.version());
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(operationId = "cancelRun", summary = "End a run soon; one that is solving keeps its best plan")
    @APIResponse(
            responseCode = "200",
            description = "It will end",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response cancel(@PathParam("id") UUID id) {
        RunView view = runs.cancel(asking.reader(), id);
        return Answers.changed(view, view.version());
    }

    @GET
    @Path("/{id}/plan")
    @Operation(operationId = "getPlan", summary = "What a run suggests: its matches, what they cover, what stays unmet")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "409", description = "The run has no plan, or none yet")
    public PlanView plan(@PathParam("id") UUID id) {
        return runs.plan(asking.reader(), id);
    }

    @GET
    @Path("/{id}/problem")
    @Operation(operationId = "getProblemFile", summary = "The problem that a run solved, as an assist-match/1 file")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class),
                            example = "{\"format\": \"assist-match/1\", \"periods\": 8}"))
    @APIResponse(responseCode = "409", description = "The run has not read its problem yet")
    public Response problem(@PathParam("id") UUID id) {
        return file(runs.problemFile(asking.reader(), id), "problem-" + id + ".json");
    }

    @GET
    @Path("/{id}/plan-file")
    @Operation(operationId = "getPlanFile", summary = "The plan of a run, as an assist-match/1 plan file")
    @APIResponse(
            responseCode = "200",
            description = "Rows of need, offer and parts, in the numbers of the problem file",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY), example = "[[0, 3, 2], [1, 0, 1]]"))
    @APIResponse(responseCode = "409", description = "The run has no plan, or none yet")
    public Response planFile(@PathParam("id") UUID id) {
        return file(runs.planFile(asking.reader(), id), "plan-" + id + ".json");
    }

    @GET
    @Path("/{id}/certificate")
    @Operation(
            operationId = "getCertificateFile",
            summary = "What proves how far a run's plan is from the best possible, as a file")
    @APIResponse(
            responseCode = "200",
            description = "The multipliers of the bound, in the numbers of the problem file",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class),
                            example = "{\"bound\": 22190011}"))
    @APIResponse(
            responseCode = "409",
            description = "The run has no plan, or none yet, or what proves its bound was not kept")
    public Response certificate(@PathParam("id") UUID id) {
        return file(runs.certificateFile(asking.reader(), id), "certificate-" + id + ".json");
    }

    @GET
    @Path("/{id}/start-prices")
    @Operation(
            operationId = "getStartPricesFile",
            summary = "The prices that a run took over from the one it started from, as a file")
    @APIResponse(
            responseCode = "200",
            description = "A certificate file; who repeats the run hands it to solve",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class),
                            example = "{\"bound\": 22190011}"))
    @APIResponse(responseCode = "409", description = "The run found its prices anew, or it has not begun yet")
    public Response startPrices(@PathParam("id") UUID id) {
        return file(runs.startPricesFile(asking.reader(), id), "start-prices-" + id + ".json");
    }

    @GET
    @Path("/{id}/comparison")
    @Operation(
            operationId = "comparePlans",
            summary =
                    "The plan of a run beside that of another: figures, sums, and page by page the matches that differ")
    @APIResponse(
            responseCode = "200",
            description = "Both plans; what is here and there is the same the other way about",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(responseCode = "409", description = "One of the runs has no plan, or there is none to compare with")
    public Response comparison(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "The run of the other plan. Left out: the one that this run started from, or else"
                                            + " the last plan before it of a run that is no what-if.")
                    @QueryParam("with")
                    @Nullable
                    UUID with,
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        ComparisonView view = runs.compare(asking.reader(), id, with, new PageRequest(limit, cursor, null));
        return Answers.page(uri, view, view.next());
    }

    private static Response file(byte[] content, String name) {
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** How a page of runs looks, for the OpenAPI document. */
    @Schema(name = "RunPage")
    record RunPage(List<RunView> items, @Nullable String next) {}
}
