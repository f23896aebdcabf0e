package org.switchboard.notice;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.reference.AskedLanguage;
import org.switchboard.shared.Answers;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;

@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Notices", description = "What one is told of, and whether by mail as well")
public class NoticeResource {

    static final String LANGUAGE = "The language of the answer; without it, Accept-Language decides, else English.";

    private static final String NEWEST_FIRST = "-at";

    private final Notices notices;
    private final Asking asking;
    private final AskedLanguage asked;

    NoticeResource(Notices notices, Asking asking, AskedLanguage asked) {
        this.notices = notices;
        this.asking = asking;
        this.asked = asked;
    }

    @GET
    @Operation(operationId = "listNotices", summary = "One's own notices, newest first, page by page")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = NoticePage.class)))
    public Response list(
            @QueryParam("unread") @DefaultValue("false") @Parameter(description = "Only those that were not read yet")
                    boolean unread,
            @QueryParam("limit") @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("sort") @DefaultValue(NEWEST_FIRST) String sort,
            @QueryParam("lang") @Parameter(description = LANGUAGE) @Nullable String lang,
            @Context UriInfo uri) {
        PageRequest page = new PageRequest(limit, cursor, sort);
        return inLanguage(Answers.page(uri, notices.list(asking.reader(), unread, asked.language(), page)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getNotice", summary = "One of one's own notices")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    public Response get(
            @PathParam("id") UUID id,
            @QueryParam("lang") @Parameter(description = LANGUAGE) @Nullable String lang,
            @Context Request http) {
        NoticeView view = notices.get(asking.reader(), id, asked.language());
        return inLanguage(Answers.item(http, view, Preconditions.tagOfContent(view)));
    }

    @POST
    @Path("/{id}/reading")
    @Operation(operationId = "readNotice", summary = "Say that a notice was read; once more changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "Read",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    public Response read(
            @PathParam("id") UUID id, @QueryParam("lang") @Parameter(description = LANGUAGE) @Nullable String lang) {
        return inLanguage(
                Response.ok(notices.read(asking.reader(), id, asked.language())).build());
    }

    private Response inLanguage(Response answer) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.CONTENT_LANGUAGE, asked.language().tag())
                .build();
    }

    /** How a page of notices looks, for the OpenAPI document. */
    @Schema(name = "NoticePage")
    record NoticePage(List<NoticeView> items, @Nullable String next) {}
}
