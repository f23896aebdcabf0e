package org.switchboard.offer;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of a list of offers, as they stand in the address. */
public class OfferQuery {

    @QueryParam("provider")
    @Nullable
    String provider;

    @QueryParam("theme")
    @Parameter(description = "Offers that name this theme, or any theme")
    @Nullable
    String theme;

    @QueryParam("kind")
    @Parameter(description = "Offers that name this kind, or any kind")
    @Nullable
    String kind;

    @QueryParam("status")
    @Nullable
    OfferStatus status;

    @QueryParam("standing")
    @Nullable
    Standing standing;

    @QueryParam("funding")
    @Nullable
    Funding funding;

    @QueryParam("sample")
    @Nullable
    Boolean sample;

    OfferFilter filter() {
        return new OfferFilter(provider, theme, kind, status, standing, funding, sample);
    }
}
