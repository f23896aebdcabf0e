package org.switchboard.matrix;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.switchboard.access.Asking;
import org.switchboard.reference.AskedLanguage;
import org.switchboard.reference.CacheableAnswer;
import org.switchboard.reference.ReferenceData;

@Path("/api/v1/matrix")
@Tag(name = "Matrix", description = "Who needs what, who offers what, what is matched and what is not")
public class MatrixResource {

    private static final String CSV = "text/csv";

    private final Matrix matrix;
    private final ReferenceData reference;
    private final Asking asking;
    private final AskedLanguage asked;
    private final CacheableAnswer answer;

    MatrixResource(Matrix matrix, ReferenceData reference, Asking asking, AskedLanguage asked, CacheableAnswer answer) {
        this.matrix = matrix;
        this.reference = reference;
        this.asking = asking;
        this.asked = asked;
        this.answer = answer;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getMatrix", summary = "The matrix, by places and content, as JSON or CSV")
    @APIResponse(
            responseCode = "200",
            description = "The matrix as the caller may see it",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MatrixView.class)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "row,row_name,column,column_name,needs,asked_usd\n002,Africa,FIN,Counter-financing,3,900000\n")
            })
    public Response json(@BeanParam MatrixParameters parameters) {
        return answer.ofReader(view(parameters));
    }

    @GET
    @Produces(CSV)
    @Operation(hidden = true)
    public Response csv(@BeanParam MatrixParameters parameters) {
        byte[] table = MatrixCsv.of(view(parameters)).getBytes(StandardCharsets.UTF_8);
        return answer.ofReader(table, MediaType.valueOf(CSV).withCharset("UTF-8"));
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
