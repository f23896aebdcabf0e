package org.switchboard.matching;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Items counted under codes: of areas, regions, States and their groups. */
final class ByCode {

    private ByCode() {}

    /**
     * One line for each code that any item has, in the order of the codes.
     *
     * @param codes under which an item counts; it may have none, or several
     * @param line of a code and its items
     */
    static <T, L> List<L> lines(
            Collection<T> items, Function<T, Collection<String>> codes, BiFunction<String, List<T>, L> line) {
        record Coded<T>(String code, T item) {}
        return items.stream()
                .flatMap(item -> codes.apply(item).stream().map(code -> new Coded<>(code, item)))
                .collect(Collectors.groupingBy(
                        Coded::code, TreeMap::new, Collectors.mapping(Coded::item, Collectors.toList())))
                .entrySet()
                .stream()
                .map(group -> line.apply(group.getKey(), group.getValue()))
                .toList();
    }
}
