package org.switchboard.matrix;

import java.util.stream.Stream;
import org.switchboard.reference.Language;
import org.switchboard.reference.Named;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.RegionLevel;
import org.switchboard.shared.Refusal;

/** By what places the rows of a matrix go. */
enum MatrixRows {
    REGION("region") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.regions(order).stream().filter(region -> region.level() == RegionLevel.REGION);
        }
    },
    SUBREGION("subregion") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.regions(order).stream().filter(region -> region.level() == RegionLevel.SUBREGION);
        }
    },
    STATE("iso3") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.states(order).stream();
        }
    };

    private final String column;

    MatrixRows(String column) {
        this.column = column;
    }

    /** The column of {@code reference_state} that says to which row a State belongs. */
    String column() {
        return column;
    }

    /** All rows, in the order of a language. */
    abstract Stream<? extends Named> all(ReferenceData reference, Language order);

    /** @param word as in {@code ?rows=} */
    static MatrixRows of(String word) {
        return switch (word) {
            case "region" -> REGION;
            case "subregion" -> SUBREGION;
            case "state" -> STATE;
            default -> throw new Refusal.Malformed("rows must be region, subregion or state, not '" + word + "'.");
        };
    }
}
