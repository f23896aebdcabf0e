package org.switchboard.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Answers;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Roles;

@Path("/api/v1/access-records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Record of access", description = "Who saw, took away and changed what is not for everyone")
public class AccessRecordResource {

    private final AccessRecords records;
    private final Asking asking;

    AccessRecordResource(AccessRecords records, Asking asking) {
        this.records = records;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.FOCAL_POINT, Roles.PROVIDER})
    @Operation(
            operationId = "listAccessRecords",
            summary = "The record of access, page by page; sort=-at for the latest first",
            description = "Administrators read all of it. States and providers read who saw their own items.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = AccessRecordPage.class)))
    public Response list(
            @QueryParam("item") @Parameter(description = "The id of one item") @Nullable UUID item,
            @QueryParam("who") @Parameter(description = "The address of one account") @Nullable String who,
            @QueryParam("act") @Nullable Act act,
            @QueryParam("from") @Parameter(description = "The first moment, such as 2026-11-22T00:00:00Z") @Nullable
                    String from,
            @QueryParam("to") @Parameter(description = "The first moment after") @Nullable String to,
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @Nullable String sort,
            @Context UriInfo uri) {
        AccessRecordFilter filter = new AccessRecordFilter(item, who, act, moment("from", from), moment("to", to));
        return Answers.page(uri, records.list(asking.reader(), filter, new PageRequest(limit, cursor, sort)));
    }

    private static @Nullable Instant moment(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new Refusal.Malformed(name + " must be a moment in UTC such as 2026-11-22T00:00:00Z.");
        }
    }

    /** How a page of entries looks, for the OpenAPI document. */
    @Schema(name = "AccessRecordPage")
    record AccessRecordPage(
            List<AccessRecordView> items, @Nullable String next) {}
}
