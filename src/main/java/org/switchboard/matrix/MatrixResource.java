package org.switchboard.matrix;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.access.AccessRecorder;
import org.switchboard.access.Asking;
import org.switchboard.access.Reader;
import org.switchboard.reference.AskedLanguage;
import org.switchboard.reference.CacheableAnswer;
import org.switchboard.reference.ReferenceData;

@PermitAll
@Path("/api/v1/matrix")
@Tag(name = "Matrix", description = "Who needs what, who offers what, what is matched and what is not")
public class MatrixResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private final Matrix matrix;
    private final ReferenceData reference;
    private final Asking asking;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;
    private final AccessRecorder access;

    MatrixResource(
            Matrix matrix,
            ReferenceData reference,
            Asking asking,
            AskedLanguage asked,
            CacheableAnswer answer,
            AccessRecorder access) {
        this.matrix = matrix;
        this.reference = reference;
        this.asking = asking;
        this.asked = asked;
        this.answer = answer;
        this.access = access;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "getMatrix",
            summary = "The matrix, by places and content, as JSON or CSV",
            description =
                    "A cell counts the needs of its row's States in its column, and the offers that could serve there:"
                            + " active, funded, naming the State or a region around it or none, and the theme, kind or stage or"
                            + " none. By stage an offer counts where it prefers to help, although it shuts no other stage out."
                            + " An offer's budget is divided equally among the cells shown, so dollars add up; offers do not,"
                            + " as one offer stands in many cells: take their number from the totals.")
    @APIResponse(
            responseCode = "200",
            description = "The matrix as the caller may see it",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MatrixView.class)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "line,row,row_name,column,column_name,needs,asked_usd\ncell,002,Africa,FIN,Counter-financing,3,900000\n")
            })
    public Response get(@BeanParam MatrixParameters parameters, @Context Request http) {
        Variant chosen = http.selectVariant(List.of(
                new Variant(MediaType.APPLICATION_JSON_TYPE, (Locale) null, null),
                new Variant(CSV_TYPE, (Locale) null, null)));
        MatrixView view = view(parameters);
        if (chosen == null || !CSV_TYPE.isCompatible(chosen.getMediaType())) {
            return answer.ofReader(view);
        }
        Reader reader = asking.reader();
        if (reader.isSomebody()) {
            access.exported(reader, "matrix", null, "the matrix as CSV");
        }
        return answer.ofReader(MatrixCsv.of(view).getBytes(StandardCharsets.UTF_8), CSV_TYPE.withCharset("UTF-8"));
    }

    private MatrixView view(MatrixParameters parameters) {
        return matrix.view(
                asking.reader(),
                MatrixRows.of(parameters.rows),
                MatrixColumns.of(parameters.columns),
                parameters.filter(reference),
                asked.language());
    }
}
