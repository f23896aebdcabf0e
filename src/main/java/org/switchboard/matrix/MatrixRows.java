package org.switchboard.matrix;

import java.util.Arrays;
import java.util.stream.Stream;
import org.switchboard.reference.Language;
import org.switchboard.reference.Named;
import org.switchboard.reference.Names;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.RegionLevel;
import org.switchboard.reference.UnGroup;
import org.switchboard.shared.Refusal;

/** By what places the rows of a matrix go. */
enum MatrixRows {
    REGION("s.region") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.regions(order).stream().filter(region -> region.level() == RegionLevel.REGION);
        }
    },
    SUBREGION("s.subregion") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.regions(order).stream().filter(region -> region.level() == RegionLevel.SUBREGION);
        }
    },
    STATE("s.iso3") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.states(order).stream();
        }
    },
    /** The regional groups of the United Nations; observers and others are in none. */
    GROUP("coalesce(s.un_group, '" + Ungrouped.CODE + "')") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return Stream.concat(
                    Arrays.stream(UnGroup.values()), Stream.of(new Ungrouped(Ungrouped.CODE, Ungrouped.NAMES)));
        }
    };

    private record Ungrouped(String code, Names names) implements Named {
        private static final String CODE = "NONE";
        private static final Names NAMES =
                new Names("خارج المجموعات", "不属任何组", "In no group", "Hors groupe", "Вне групп", "Sin grupo");
    }

    private final String column;

    MatrixRows(String column) {
        this.column = column;
    }

    /** SQL: the row to which a State {@code s} belongs. */
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
            case "group" -> GROUP;
            default ->
                throw new Refusal.Malformed("rows must be region, subregion, state or group, not '" + word + "'.");
        };
    }
}
