package org.switchboard.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A thematic area with its sub-areas, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"code", "name", "stages", "subareas"})
public record ThemeView(
        String code,
        String name,
        @Nullable Map<String, String> names,
        List<String> stages,
        List<SubareaView> subareas) {

    static ThemeView of(Theme area, List<Theme> subareas, NamesQuery.Shown shown) {
        return new ThemeView(
                area.code(),
                shown.one(area.names()),
                shown.all(area.names()),
                area.stages(),
                subareas.stream().map(subarea -> SubareaView.of(subarea, shown)).toList());
    }

    /** A sub-area as the API shows it, within its area. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = {"code", "name", "stages"})
    public record SubareaView(
            String code, String name, @Nullable Map<String, String> names, List<String> stages) {

        static SubareaView of(Theme subarea, NamesQuery.Shown shown) {
            return new SubareaView(
                    subarea.code(), shown.one(subarea.names()), shown.all(subarea.names()), subarea.stages());
        }
    }
}
