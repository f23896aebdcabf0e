package org.switchboard.notice;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.access.Reader;
import org.switchboard.reference.Language;

/**
 * The link in mails by which one gets no more of their kind (RFC 8058). To follow it changes nothing, as programs that look for
 * harm do so; what is sent there does.
 */
@Path("/api/v1/notice-stops/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Tag(name = "Notices")
public class NoticeStopResource {

    /** What mail programs send, in the words of RFC 8058. */
    static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    private final NoticeStops stops;
    private final NoticeWords words;
    private final Reader service = Reader.system();

    NoticeStopResource(NoticeStops stops, NoticeWords words) {
        this.stops = stops;
        this.words = words;
    }

    @GET
    @Operation(operationId = "askToStopMail", summary = "A page that asks whether mail of a kind is to be stopped")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING),
                            example = "<!doctype html>…"))
    public Response ask(@PathParam("token") String token) {
        Language language = stops.language(service, token);
        return page(
                language,
                "<p>%s</p><form method=\"post\"><input type=\"hidden\" name=\"List-Unsubscribe\""
                                .formatted(words.phrase("stop.question", language))
                        + " value=\"One-Click\"><button>%s</button></form>"
                                .formatted(words.phrase("stop.button", language)));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(operationId = "stopMail", summary = "Stop mail of the kind in which this link stood")
    @APIResponse(
            responseCode = "200",
            description = "Stopped, said in a page",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING),
                            example = "<!doctype html>…"))
    public Response stop(@PathParam("token") String token) {
        Language language = stops.stop(service, token);
        return page(language, "<p>" + words.phrase("stop.done", language) + "</p>");
    }

    /** The phrases are ours, and hold nothing that would have to be escaped. */
    private static Response page(Language language, String body) {
        String direction = language == Language.AR ? "rtl" : "ltr";
        return Response.ok("<!doctype html><html lang=\"%s\" dir=\"%s\"><meta charset=\"utf-8\">"
                                .formatted(language.tag(), direction)
                        + "<meta name=\"viewport\" content=\"width=device-width\"><title>Switchboard</title><main>"
                        + body + "</main></html>")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }
}
