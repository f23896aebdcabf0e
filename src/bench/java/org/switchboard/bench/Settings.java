package org.switchboard.bench;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is to be measured, as the properties {@code bench.…} say it.
 *
 * @param seeds of the instances; also the seeds of the solvers
 * @param seconds of every run; empty for those of its size
 * @param heapMegabytes of every run; empty for those of its size
 */
record Settings(List<Size> sizes, List<Long> seeds, OptionalInt seconds, OptionalInt heapMegabytes, List<Peer> peers) {

    private static final String NO_PEERS = "none";

    static Settings fromProperties() {
        return new Settings(
                words("bench.sizes", "S,M,L").stream().map(Size::valueOf).toList(),
                words("bench.seeds", "2,3,4").stream().map(Long::valueOf).toList(),
                number("bench.seconds"),
                number("bench.heap"),
                words("bench.peers", "greedy,optaplanner,timefold,cpsat").stream()
                        .filter(word -> !word.equals(NO_PEERS))
                        .map(Peer::named)
                        .toList());
    }

    int secondsFor(Size size) {
        return seconds.orElse(size.seconds());
    }

    int heapMegabytesFor(Size size) {
        return heapMegabytes.orElse(size.heapMegabytes());
    }

    private static List<String> words(String property, String otherwise) {
        return Arrays.stream(text(property, otherwise).split(","))
                .map(String::strip)
                .toList();
    }

    private static OptionalInt number(String property) {
        String text = text(property, "");
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    /** Maven hands a property that is left out on as an empty one. */
    private static String text(String property, String otherwise) {
        String text = System.getProperty(property, "").strip();
        return text.isEmpty() ? otherwise : text;
    }
}
