package org.switchboard.monitoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import org.switchboard.access.AccessRecorder;
import org.switchboard.access.Asking;
import org.switchboard.access.Reader;
import org.switchboard.reference.AskedLanguage;
import org.switchboard.reference.CacheableAnswer;
import org.switchboard.shared.Roles;

@RolesAllowed({Roles.EXPERT, Roles.COMMITTEE})
@Path("/api/v1/monitoring/figures")
@Tag(name = "Monitoring", description = "What was done in a period: figures for the Committee's report, and minutes")
public class FiguresResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private final PeriodFigures figures;
    private final Asking asking;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;
    private final AccessRecorder access;
    private final Clock clock;

    FiguresResource(
            PeriodFigures figures,
            Asking asking,
            AskedLanguage asked,
            CacheableAnswer answer,
            AccessRecorder access,
            Clock clock) {
        this.figures = figures;
        this.asking = asking;
        this.asked = asked;
        this.answer = answer;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "getFigures",
            summary = "The figures of a period, as the Committee reports them every 180 days, as JSON or CSV",
            description =
                    "A step counts in the period in which it was made, whenever the steps before it were. Needs count"
                            + " by the record of changes, in the area that they are in now; proposals in the area that their need was"
                            + " in when they were put forward.")
    @APIResponse(
            responseCode = "200",
            description = "The figures, all in all and by groups",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FiguresView.class)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "line,code,name,from,to,requests_received,needs_received\ntotal,,,2026-05-28,2026-11-23,12,31\n")
            })
    public Response get(
            @BeanParam PeriodParameters parameters,
            @QueryParam("by") @DefaultValue("NONE") @Parameter(description = "Into which groups figures are told apart")
                    Grouping by,
            @QueryParam("within")
                    @Min(0)
                    @Max(250)
                    @Parameter(
                            description =
                                    "How many working days an acknowledgement may take to be in time. Left out: as many"
                                            + " as the review policy in force says, 5 at the start")
                    @Nullable
                    Integer within,
            @Context Request http) {
        Variant chosen = http.selectVariant(List.of(
                new Variant(MediaType.APPLICATION_JSON_TYPE, (Locale) null, null),
                new Variant(CSV_TYPE, (Locale) null, null)));
        Reader reader = asking.reader();
        FiguresView view = figures.view(reader, parameters.period(LocalDate.now(clock)), by, within, asked.language());
        if (chosen == null || !CSV_TYPE.isCompatible(chosen.getMediaType())) {
            return answer.ofReader(view);
        }
        access.exported(reader, "proposal", null, "the figures of " + view.from() + " to " + view.to() + " as CSV");
        return answer.ofReader(FiguresCsv.of(view).getBytes(StandardCharsets.UTF_8), CSV_TYPE.withCharset("UTF-8"));
    }
}
