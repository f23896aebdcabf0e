package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Tells requests that the service's own pages, or programs, make from those that pages of others make. */
@ApplicationScoped
class OwnPages {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String ORIGIN = "Origin";

    /** From a page of ours, or by the person's own hand. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final String publicOrigin;

    OwnPages(@ConfigProperty(name = "switchboard.public-url") URI publicUrl) {
        this.publicOrigin = originOf(publicUrl);
    }

    /** Browsers say where a request comes from, programs mostly nothing. */
    boolean sent(ContainerRequestContext request) {
        @Nullable String site = request.getHeaderString(FETCH_SITE);
        @Nullable String origin = request.getHeaderString(ORIGIN);
        return (site == null || OURS.contains(site))
                && (origin == null
                        || origin.equals(publicOrigin)
                        || origin.equals(originOf(request.getUriInfo().getRequestUri())));
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
