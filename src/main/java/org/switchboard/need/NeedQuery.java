package org.switchboard.need;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.shared.Refusal;

/** The filters of a list of needs, as they stand in the address. */
public class NeedQuery {

    @QueryParam("state")
    @Parameter(description = "ISO 3166-1 alpha-3; may be repeated")
    List<String> states = List.of();

    @QueryParam("region")
    @Parameter(description = "M49 code of a region, sub-region or intermediate region")
    @Nullable
    String region;

    @QueryParam("theme")
    @Parameter(description = "An area with its sub-areas, or one sub-area")
    @Nullable
    String theme;

    @QueryParam("stage")
    @Nullable
    String stage;

    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("status")
    @Nullable
    NeedStatus status;

    @QueryParam("priority")
    @Nullable
    Priority priority;

    @QueryParam("request")
    @Nullable
    UUID request;

    @QueryParam("source")
    @Nullable
    String source;

    @QueryParam("sample")
    @Nullable
    Boolean sample;

    NeedFilter filter(ReferenceData reference) {
        return new NeedFilter(places(reference), theme, stage, kind, status, priority, request, source, sample);
    }

    private List<String> places(ReferenceData reference) {
        if (region == null) {
            return states;
        }
        List<String> within =
                reference.statesIn(region).stream().map(State::iso3).toList();
        if (within.isEmpty()) {
            throw new Refusal.Malformed("'" + region + "' is no M49 code of a region; the list is at /api/v1/regions.");
        }
        if (states.isEmpty()) {
            return within;
        }
        List<String> both = states.stream().filter(within::contains).toList();
        return both.isEmpty() ? List.of("") : both;
    }
}
