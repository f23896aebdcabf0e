package org.switchboard.matching;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Roles;

@RolesAllowed(Roles.EXPERT)
@Path("/api/v1/marginal-values")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Explanations")
public class MarginalValueResource {

    private final RunMarginalValues values;
    private final Asking asking;

    MarginalValueResource(RunMarginalValues values, Asking asking) {
        this.values = values;
        this.asking = asking;
    }

    @GET
    @Operation(
            operationId = "getMarginalValues",
            summary = "What one more offer would add to level 1, by theme and region",
            description =
                    "For a hypothetical offer with no limit but its budget. The estimate fills the budget by value per dollar,"
                            + " the last need in part, and values what the offer would set free of the plan at the prices that"
                            + " prove its bound. With confirm=true one theme and region is solved again with and without the"
                            + " offer, which takes some seconds.")
    public MarginalValuesView marginalValues(
            @QueryParam("run") @Parameter(description = "The id of a run; left out for the last with a plan") @Nullable
                    UUID run,
            @QueryParam("confirm") @DefaultValue("false") @Parameter(description = "Solve theme and region again")
                    Boolean confirm,
            @QueryParam("theme") @Parameter(description = "Code of an area, for confirm") @Nullable String theme,
            @QueryParam("region") @Parameter(description = "M49 code of a region, for confirm") @Nullable
                    String region) {
        if (!confirm) {
            return values.marginalValues(asking.reader(), run);
        }
        if (theme == null || region == null) {
            throw new Refusal.Malformed("confirm=true needs a theme and a region: those to solve again.");
        }
        return values.confirmed(asking.reader(), run, theme, region);
    }
}
