package org.switchboard.matrix;

import jakarta.annotation.security.PermitAll;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.AccessRecorder;
import org.switchboard.access.Asking;
import org.switchboard.access.Reader;
import org.switchboard.reference.AskedLanguage;
import org.switchboard.reference.CacheableAnswer;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Change;
import org.switchboard.shared.Created;
import org.switchboard.shared.Idempotency;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Reason;
import org.switchboard.shared.Roles;

@Path("/api/v1/matrix/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions", description = "The matrix as it was on a day, which never changes afterwards")
public class EditionResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV).withCharset("UTF-8");

    private final Editions editions;
    private final Idempotency idempotency;
    private final Asking asking;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;
    private final AccessRecorder access;

    EditionResource(
            Editions editions,
            Idempotency idempotency,
            Asking asking,
            AskedLanguage asked,
            CacheableAnswer answer,
            AccessRecorder access) {
        this.editions = editions;
        this.idempotency = idempotency;
        this.asking = asking;
        this.asked = asked;
        this.answer = answer;
        this.access = access;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listEditions",
            summary = "The editions of the matrix, page by page",
            description = "The experts and the Committee also see one that waits for approval, and those withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = EditionPage.class)))
    public Response list(
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        return Answers.page(uri, editions.list(asking.reader(), new PageRequest(limit, cursor, sort)));
    }

    @POST
    @RolesAllowed(Roles.EXPERT)
    @Operation(
            operationId = "createEdition",
            summary = "Draw up the next edition for the Committee's approval",
            description = "What it says is fixed from here on. The service does so itself each month.")
    @APIResponse(
            responseCode = "201",
            description = "Prepared",
            content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Response create(@HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.create(asking.caller(), "POST /matrix/editions", key, Map.of(), () -> {
            EditionView view = editions.prepare(asking.reader());
            return new Created("/matrix/editions/" + view.number(), view.version(), view);
        });
    }

    @GET
    @Path("/{number}")
    @PermitAll
    @Operation(operationId = "getEdition", summary = "One edition, with the fingerprint of what it says")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Response get(@PathParam("number") int number, @Context Request http) {
        EditionView view = editions.get(asking.reader(), number);
        return Answers.item(http, view, view.version());
    }

    @GET
    @Path("/{number}/content")
    @PermitAll
    @Operation(
            operationId = "getEditionContent",
            summary = "What an edition says, to the byte as it was written",
            description = "States and providers that take part get what participants see, everyone else what is public."
                    + " SHA-256 of the body is what the edition itself names.")
    @APIResponse(
            responseCode = "200",
            description = "Figures, needs, offers and matches, with the names of all codes",
            content = @Content(schema = @Schema(implementation = EditionContent.class)))
    public Response content(@PathParam("number") int number) {
        return answer.ofReader(
                editions.text(asking.reader(), number), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
    }

    @GET
    @Path("/{number}/table")
    @Produces(CSV)
    @PermitAll
    @Operation(
            operationId = "getEditionTable",
            summary = "A table of an edition as CSV, with names in the asked language")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            example =
                                    "need,state,state_name,need_reference,offer,provider,provider_name,offer_reference,parts,usd\n"))
    public Response table(
            @PathParam("number") int number,
            @QueryParam("of")
                    @DefaultValue("matrix")
                    @Parameter(schema = @Schema(enumeration = {"matrix", "needs", "offers", "matches"}))
                    String of) {
        EditionTable table = EditionTable.of(of);
        Reader reader = asking.reader();
        String csv = table.csv(editions.content(reader, number), asked.language());
        return csv(reader, csv, "edition " + number + ", " + table.word());
    }

    @GET
    @Path("/{number}/changes")
    @PermitAll
    @Operation(
            operationId = "getEditionChanges",
            summary = "What is new, changed, matched or gone in an edition",
            description = "As both editions were shown to the caller's audience.")
    @APIResponse(
            responseCode = "200",
            description = "The differences",
            content = @Content(schema = @Schema(implementation = EditionChanges.class)))
    public Response changes(
            @PathParam("number") int number,
            @QueryParam("since")
                    @Parameter(description = "Number of the earlier edition; the one before if left out, 0 for none")
                    @Nullable
                    Integer since) {
        return answer.ofReader(editions.changes(asking.reader(), number, since));
    }

    @GET
    @Path("/{number}/changes/table")
    @Produces(CSV)
    @PermitAll
    @Operation(operationId = "getEditionChangesTable", summary = "The same as CSV")
    @APIResponse(
            responseCode = "200",
            description = "The differences",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            example = "item,what,id,owner,reference,title,fields,parts,usd\n"))
    public Response changesTable(@PathParam("number") int number, @QueryParam("since") @Nullable Integer since) {
        Reader reader = asking.reader();
        String csv = EditionTable.csv(editions.changes(reader, number, since));
        return csv(reader, csv, "changes of edition " + number);
    }

    @GET
    @Path("/{number}/history")
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "listEditionHistory", summary = "Who prepared and who approved an edition, oldest first")
    public List<Change> history(@PathParam("number") int number) {
        return editions.history(asking.reader(), number);
    }

    @POST
    @Path("/{number}/approval")
    @RolesAllowed(Roles.COMMITTEE)
    @Operation(
            operationId = "approveEdition",
            summary = "Approve an edition for the Committee, and distribute it",
            description = "Everyone can read it from now on, and all participants are told.")
    @APIResponse(
            responseCode = "200",
            description = "Distributed",
            content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Response approve(@PathParam("number") int number, @HeaderParam("If-Match") @Nullable String ifMatch) {
        EditionView view = editions.distribute(asking.reader(), number, Preconditions.version(ifMatch));
        return Answers.changed(view, view.version());
    }

    @POST
    @Path("/{number}/withdrawal")
    @RolesAllowed({Roles.EXPERT, Roles.COMMITTEE})
    @Operation(operationId = "withdrawEdition", summary = "Take an edition back before it is distributed")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn; its number goes to the next",
            content = @Content(schema = @Schema(implementation = EditionView.class)))
    public Response withdraw(
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        EditionView view = editions.withdraw(asking.reader(), number, Preconditions.version(ifMatch), reason.reason());
        return Answers.changed(view, view.version());
    }

    private Response csv(Reader reader, String csv, String what) {
        if (reader.isSomebody()) {
            access.exported(reader, "edition", null, what);
        }
        return answer.ofReader(csv.getBytes(StandardCharsets.UTF_8), CSV_TYPE);
    }

    /** How a page of editions looks, for the OpenAPI document. */
    @Schema(name = "EditionPage")
    record EditionPage(List<EditionView> items, @Nullable String next) {}
}
