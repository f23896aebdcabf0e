package org.switchboard.offer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.access.Reader;
import org.switchboard.shared.CheckedFile;
import org.switchboard.shared.Created;
import org.switchboard.shared.Idempotency;
import org.switchboard.shared.ImportMode;
import org.switchboard.shared.ImportReport;
import org.switchboard.shared.Roles;

@Path("/api/v1/imports/offers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Needs and offers in bulk, from CSV files")
public class OfferImportResource {

    private final OfferImport imports;
    private final Idempotency idempotency;
    private final Asking asking;

    OfferImportResource(OfferImport imports, Idempotency idempotency, Asking asking) {
        this.imports = imports;
        this.idempotency = idempotency;
        this.asking = asking;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.EXPERT)
    @Operation(
            operationId = "importOffers",
            summary =
                    "Import offers, and the providers that they name, from a CSV file; the same file again changes nothing")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = SchemaType.STRING),
                            example =
                                    "reference,provider,provider_name,provider_type,title,themes,budget_usd,languages,from,to\n"
                                            + "LAF-1,LAF,Legal Assistance Fund,ORGANIZATION,Drafting help,LEG FIN,"
                                            + "900000,en fr,2027-01-01,2028-12-31\n"))
    @APIResponse(
            responseCode = "200",
            description = "What became of each row",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response run(
            @QueryParam("mode")
                    @DefaultValue("all")
                    @Parameter(description = "all: all rows or none; skip: take the good rows")
                    String mode,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream csv) {
        ImportMode chosen = ImportMode.of(mode);
        CheckedFile<OfferImport.Row> file = imports.check(csv).admitted(chosen);
        Reader reader = asking.reader();
        return idempotency.create(
                asking.caller(),
                "POST /imports/offers?mode=" + mode,
                key,
                file.sha256(),
                () -> Created.many(imports.store(reader, file)));
    }
}
