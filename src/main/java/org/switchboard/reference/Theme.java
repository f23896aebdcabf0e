package org.switchboard.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thematic area, or a sub-area of one.
 *
 * @param code three letters; a sub-area's code begins with that of its area: {@code FIN.FIU}
 * @param area the area's code where this is a sub-area
 * @param stages the codes of the stages in which the theme is dealt with; a sub-area has those of its area
 */
public record Theme(String code, @Nullable String area, List<String> stages, Names names) implements Named {

    public Theme {
        stages = List.copyOf(stages);
    }

    public boolean isArea() {
        return area == null;
    }

    /** The code of the area to which a need in this theme belongs: its own where it is an area. */
    public String areaCode() {
        return area == null ? code : area;
    }
}
