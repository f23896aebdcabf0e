package org.switchboard.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stage as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"code", "position", "name", "definition"})
public record StageView(
        String code,
        int position,
        String name,
        @Nullable Map<String, String> names,
        String definition,
        @Nullable Map<String, String> definitions) {

    static StageView of(Stage stage, NamesQuery.Shown shown) {
        return new StageView(
                stage.code(),
                stage.position(),
                shown.one(stage.names()),
                shown.all(stage.names()),
                shown.one(stage.definition()),
                shown.all(stage.definition()));
    }
}
