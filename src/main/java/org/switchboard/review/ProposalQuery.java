package org.switchboard.review;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of a list of proposals, as they stand in the address. */
public class ProposalQuery {

    @QueryParam("status")
    @Nullable
    ProposalStatus status;

    @QueryParam("state")
    @Parameter(description = "ISO 3166-1 alpha-3 of the State that would be helped")
    @Nullable
    String state;

    @QueryParam("provider")
    @Nullable
    String provider;

    @QueryParam("need")
    @Nullable
    UUID need;

    @QueryParam("offer")
    @Nullable
    UUID offer;

    @QueryParam("run")
    @Nullable
    UUID run;

    @QueryParam("overdue")
    @Parameter(description = "true for matches in delivery of which something was to be reached by now and was not")
    boolean overdue;

    /** Of which run a proposal came is not the parties' to know. */
    ProposalFilter filter(boolean confidant) {
        return new ProposalFilter(status, state, provider, need, offer, confidant ? run : null, overdue);
    }
}
