package org.switchboard.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A State as the API shows it; what a State does not have is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        requiredProperties = {
            "iso3",
            "iso2",
            "m49",
            "name",
            "status",
            "region",
            "subregion",
            "ldc",
            "lldc",
            "sids",
            "languages"
        })
public record StateView(
        String iso3,
        String iso2,
        String m49,
        String name,
        @Nullable Map<String, String> names,
        String status,
        String region,
        String subregion,
        @Nullable String intermediate,
        @Nullable UnGroup group,
        boolean ldc,
        boolean lldc,
        boolean sids,
        List<String> languages) {

    static StateView of(State state, NamesQuery.Shown shown) {
        return new StateView(
                state.iso3(),
                state.iso2(),
                state.m49(),
                shown.one(state.names()),
                shown.all(state.names()),
                state.status().code(),
                state.region(),
                state.subregion(),
                state.intermediate(),
                state.group(),
                state.ldc(),
                state.lldc(),
                state.sids(),
                state.languages());
    }
}
