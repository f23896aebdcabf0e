package org.switchboard.matrix;

import java.util.stream.Stream;
import org.switchboard.reference.Language;
import org.switchboard.reference.Named;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Refusal;

/** By what content the columns of a matrix go. */
enum MatrixColumns {
    THEME(
            "t.area",
            "select distinct t.area as code from reference_theme t where cardinality(o.themes) = 0"
                    + " or t.code = any(o.themes)") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.areas(order).stream();
        }
    },
    STAGE("n.stage", "select s.code from reference_stage s where cardinality(o.stages) = 0 or s.code = any(o.stages)") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.stages().stream();
        }
    },
    KIND("n.kind", "select k.code from reference_kind k where cardinality(o.kinds) = 0 or k.code = any(o.kinds)") {
        @Override
        Stream<? extends Named> all(ReferenceData reference, Language order) {
            return reference.kinds(order).stream();
        }
    };

    private final String ofNeed;
    private final String ofOffer;

    MatrixColumns(String ofNeed, String ofOffer) {
        this.ofNeed = ofNeed;
        this.ofOffer = ofOffer;
    }

    /** SQL: the column to which a need {@code n} of a theme {@code t} belongs. */
    String ofNeed() {
        return ofNeed;
    }

    /** SQL: the columns that an offer {@code o} can serve, as a query of their {@code code}. */
    String ofOffer() {
        return ofOffer;
    }

    /** All columns, in the order of a language. */
    abstract Stream<? extends Named> all(ReferenceData reference, Language order);

    /** @param word as in {@code ?columns=} */
    static MatrixColumns of(String word) {
        return switch (word) {
            case "theme" -> THEME;
            case "stage" -> STAGE;
            case "kind" -> KIND;
            default -> throw new Refusal.Malformed("columns must be theme, stage or kind, not '" + word + "'.");
        };
    }
}
