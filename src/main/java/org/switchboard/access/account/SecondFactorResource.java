package org.switchboard.access.account;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullUnmarked;

@Path("/api/v1/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Second factor", description = "Codes of an authenticator app (RFC 6238) beside the password")
public class SecondFactorResource {

    private final SecondFactors factors;
    private final OwnPassword password;
    private final Present present;

    SecondFactorResource(SecondFactors factors, OwnPassword password, Present present) {
        this.factors = factors;
        this.password = password;
        this.present = present;
    }

    @POST
    @Operation(operationId = "startSecondFactor", summary = "Get a secret for an authenticator app")
    public SecondFactorStart start() {
        present.session();
        return factors.start(present.person());
    }

    @POST
    @Path("/confirmation")
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Confirm the secret with a code of it; the answer shows the recovery codes once")
    public RecoveryCodesView confirm(@NotNull @Valid Code shown) {
        return factors.confirm(present.person(), present.session(), shown.code());
    }

    @DELETE
    @Operation(operationId = "removeSecondFactor", summary = "Take away one's second factor, where no role needs it")
    @APIResponse(responseCode = "204", description = "Taken away")
    @APIResponse(responseCode = "429")
    public void remove(@NotNull @Valid Proof shown, @Context HttpServerRequest http) {
        present.session();
        String client = http.remoteAddress().hostAddress();
        password.prove(present.person(), shown.password(), client, "/password");
        factors.remove(present.person(), shown.code());
        password.proven(present.person(), client);
    }

    /** What the app shows. */
    @NullUnmarked
    @Schema(name = "Code", examples = "{\"code\": \"492039\"}")
    record Code(@NotBlank @Size(max = 40) String code) {

        @Override
        public String toString() {
            return "code";
        }
    }

    /** That it is really oneself. */
    @NullUnmarked
    @Schema(name = "Proof", examples = "{\"password\": \"harbour lantern ninety quartz\", \"code\": \"492039\"}")
    record Proof(
            @NotBlank @Size(max = 1000) String password,
            @NotBlank @Size(max = 40) String code) {

        @Override
        public String toString() {
            return "proof";
        }
    }
}
