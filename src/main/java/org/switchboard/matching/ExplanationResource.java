package org.switchboard.matching;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Asking;
import org.switchboard.shared.Roles;

@RolesAllowed(Roles.EXPERT)
@Path("/api/v1/runs/{id}/explanation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Explanations", description = "Why a run suggests what it does, and what more money would be worth where")
public class ExplanationResource {

    private final RunExplanations explanations;
    private final Asking asking;

    ExplanationResource(RunExplanations explanations, Asking asking) {
        this.explanations = explanations;
        this.asking = asking;
    }

    @GET
    @Operation(
            operationId = "getExplanation",
            summary = "Why a run suggests what it does: the plan as a whole, or what became of one need",
            description =
                    "For a need with matches: what each adds, its fit in parts, and which offers came close and why they"
                            + " lost. For one without: which limits others use up and what would have to give, or which"
                            + " rules take the offers away and which changes would admit one. With confirm, each of these"
                            + " changes is made and the plan solved again. Rules and parts of"
                            + " the fit are those of needs and offers as they stand now.")
    public ExplanationView explanation(
            @PathParam("id") UUID id,
            @QueryParam("need") @Parameter(description = "The id of a need; left out for the plan as a whole") @Nullable
                    UUID need,
            @QueryParam("confirm")
                    @DefaultValue("false")
                    @Parameter(description = "Whether to find out if the need would be met after each change named")
                    boolean confirm) {
        return need == null
                ? explanations.plan(asking.reader(), id)
                : explanations.need(asking.reader(), id, need, confirm);
    }
}
