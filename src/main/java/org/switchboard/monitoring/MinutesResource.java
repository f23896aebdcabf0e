package org.switchboard.monitoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.switchboard.reference.CacheableAnswer;
import org.switchboard.shared.Roles;

@RolesAllowed({Roles.EXPERT, Roles.COMMITTEE})
@Path("/api/v1/monitoring/minutes")
@Tag(name = "Monitoring")
public class MinutesResource {

    private final Minutes minutes;
    private final MinutesPages pages;
    private final Asking asking;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;
    private final Clock clock;

    MinutesResource(
            Minutes minutes,
            MinutesPages pages,
            Asking asking,
            AskedLanguage asked,
            CacheableAnswer answer,
            Clock clock) {
        this.minutes = minutes;
        this.pages = pages;
        this.asking = asking;
        this.asked = asked;
        this.answer = answer;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            operationId = "getMinutes",
            summary = "The minutes of a period: who decided what on proposals, and what came of it",
            description =
                    "Every decision of the experts, the Committee, States and providers, with their words, and what silence"
                            + " decided. Words are as they were written, in whatever language.")
    @APIResponse(
            responseCode = "200",
            description = "The minutes, as JSON or as a page to be printed, in the language that was asked for",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MinutesView.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "<!doctype html>…")
            })
    public Response get(
            @BeanParam PeriodParameters parameters,
            @QueryParam("lang")
                    @Parameter(
                            description =
                                    "The language of the page; without it, Accept-Language decides, else English.")
                    @Nullable
                    String lang,
            @Context Request http) {
        Variant chosen = http.selectVariant(List.of(
                new Variant(MediaType.APPLICATION_JSON_TYPE, (Locale) null, null),
                new Variant(MediaType.TEXT_HTML_TYPE, (Locale) null, null)));
        MinutesView view = minutes.view(asking.reader(), parameters.period(LocalDate.now(clock)));
        if (chosen == null || !MediaType.TEXT_HTML_TYPE.isCompatible(chosen.getMediaType())) {
            return answer.ofReader(view);
        }
        byte[] page = pages.html(view, asked.language()).getBytes(StandardCharsets.UTF_8);
        return answer.ofReader(page, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
}
