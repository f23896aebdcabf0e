package org.switchboard.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place of the M49 geography as the API shows it; a region has no parent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"code", "level", "name"})
public record RegionView(
        String code,
        String level,
        @Nullable String parent,
        String name,
        @Nullable Map<String, String> names) {

    static RegionView of(Region region, NamesQuery.Shown shown) {
        return new RegionView(
                region.code(),
                region.level().code(),
                region.parent(),
                shown.one(region.names()),
                shown.all(region.names()));
    }
}
