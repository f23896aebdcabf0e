package org.switchboard.matrix;

import java.util.stream.Stream;
import org.switchboard.reference.Language;
import org.switchboard.reference.Named;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Refusal;

/** By what content the columns of a matrix go. */
enum MatrixColumns {
    THEME("t.area", "themes", "reference_theme", "area") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.areas(order).stream();
        }
    },
    /** Areas and, beside them, their sub-areas. An offer for an area serves all of it. */
    SUBTHEME("t.code", "themes", "reference_theme", "code") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.areas(order).stream()
                    .flatMap(area -> Stream.concat(Stream.of(area), reference.subareas(area.code(), order).stream()));
        }

        @Override
        String names() {
            return "array['*', c.code, c.area]";
        }
    },
    STAGE("n.stage", "stages", "reference_stage", "code") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.stages().stream();
        }
    },
    KIND("n.kind", "kinds", "reference_kind", "code") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.kinds(order).stream();
        }
    };

    private final String ofNeed;
    private final String ofOffer;
    private final String table;
    private final String column;

    MatrixColumns(String ofNeed, String ofOffer, String table, String column) {
        this.ofNeed = ofNeed;
        this.ofOffer = ofOffer;
        this.table = table;
        this.column = column;
    }

    /** SQL: the column of the matrix to which a need {@code n} of a theme {@code t} belongs. */
    String ofNeed() {
        return ofNeed;
    }

    /** The column of {@code offer} that lists the codes that it serves; an empty list is any. */
    String ofOffer() {
        return ofOffer;
    }

    /** The table of these codes. */
    String table() {
        return table;
    }

    /** The column of that table that says to which column of the matrix a code belongs. */
    String column() {
        return column;
    }

    /** SQL: the names by which an offer can mean a code {@code c} of that table; {@code *} is any. */
    String names() {
        return "array['*', c.code]";
    }

    /** All columns, in the order of a language. */
    abstract Stream<? extends Named> all(ReferenceData reference, Language order);

    /** @param word as in {@code ?columns=} */
    static MatrixColumns of(String word) {
        return switch (word) {
            case "theme" -> THEME;
            case "subtheme" -> SUBTHEME;
            case "stage" -> STAGE;
            case "kind" -> KIND;
            default ->
                throw new Refusal.Malformed("columns must be theme, subtheme, stage or kind, not '" + word + "'.");
        };
    }
}
