package org.switchboard.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A kind of assistance as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"code", "name"})
public record KindView(String code, String name, @Nullable Map<String, String> names) {

    static KindView of(Kind kind, NamesQuery.Shown shown) {
        return new KindView(kind.code(), shown.one(kind.names()), shown.all(kind.names()));
    }
}
