package org.switchboard.monitoring;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchboard.reference.Language;
import org.switchboard.reference.Named;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.RegionLevel;
import org.switchboard.reference.UnGroup;

/** By what figures are told apart, beside all in all. */
public enum Grouping {
    NONE("cast('{}' as text[])") {
        @Override
        Stream<Heading> all(ReferenceData reference, Language order) {
            return Stream.empty();
        }
    },
    /** By the region of the State; every State is in one. */
    REGION("array[s.region]") {
        @Override
        Stream<Heading> all(ReferenceData reference, Language order) {
            return reference.regions(order).stream()
                    .filter(region -> region.level() == RegionLevel.REGION)
                    .map(region -> Heading.of(region, order));
        }
    },
    /** By regional group; observers and non-members are in none. */
    GROUP("array_remove(array[s.un_group], null)") {
        @Override
        Stream<Heading> all(ReferenceData reference, Language order) {
            return Arrays.stream(UnGroup.values()).map(group -> new Heading(group.name(), null));
        }
    },
    /** Least developed, landlocked developing and small island developing States; one State can be all of these, or none. */
    SITUATION("array_remove(array[case when s.ldc then 'LDC' end, case when s.lldc then 'LLDC' end,"
            + " case when s.sids then 'SIDS' end], null)") {
        @Override
        Stream<Heading> all(ReferenceData reference, Language order) {
            return Stream.of("LDC", "LLDC", "SIDS").map(code -> new Heading(code, null));
        }
    },
    /** By thematic area. */
    THEME("array[e.area]") {
        @Override
        Stream<Heading> all(ReferenceData reference, Language order) {
            return reference.areas(order).stream().map(area -> Heading.of(area, order));
        }
    };

    private final String codes;

    Grouping(String codes) {
        this.codes = codes;
    }

    /** SQL: the codes under which an event {@code e} of a State {@code s} counts. */
    String codes() {
        return codes;
    }

    /** All that there are, in the order of a language. */
    abstract Stream<Heading> all(ReferenceData reference, Language order);

    /** @param name null where the code is all that it is called */
    record Heading(String code, @Nullable String name) {
        static Heading of(Named named, Language language) {
            return new Heading(named.code(), named.names().in(language));
        }
    }
}
