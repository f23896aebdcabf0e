package org.switchboard.matching.engine.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The partial choices that are kept against the list of all. */
class PartialChoicesTest {

    private static final long FIXED_COVERAGE = 5;
    private static final double FIXED_COST = 11;

    private record Choice(int parts, long coverage, double cost) {}

    private record Sum(long coverage, double cost) implements Comparable<Sum> {

        Sum plus(Choice choice) {
            return new Sum(coverage + choice.coverage(), cost + choice.cost());
        }

        boolean isBeatenBy(Sum other) {
            return !equals(other) && other.coverage >= coverage && other.cost <= cost;
        }

        double worth(double slope) {
            return slope * coverage - cost;
        }

        @Override
        public int compareTo(Sum other) {
            return coverage == other.coverage
                    ? Double.compare(cost, other.cost)
                    : Long.compare(coverage, other.coverage);
        }
    }

    @Test
    void keepsOneOfEachThatIsBeatenByNone() {
        Random random = new Random(1);
        PartialChoices partial = new PartialChoices();
        for (int round = 0; round < 300; round++) {
            List<List<Choice>> needs = needs(random);
            partial.start(FIXED_COVERAGE, FIXED_COST);
            for (List<Choice> choices : needs) {
                extend(partial, choices, 3, Double.NEGATIVE_INFINITY);
            }

            assertEquals(unbeaten(all(needs)), kept(partial));
            assertParentsAddUp(partial, needs);
        }
    }

    @Test
    void dropsWhatCannotComeAboveTheLowestAnyMore() {
        Random random = new Random(2);
        PartialChoices partial = new PartialChoices();
        double slope = 2.5;
        for (int round = 0; round < 300; round++) {
            List<List<Choice>> needs = needs(random).subList(0, 1);
            double lowest = random.nextInt(80) - 40;
            partial.start(FIXED_COVERAGE, FIXED_COST);
            int count = extend(partial, needs.get(0), slope, lowest);

            Set<Sum> above = unbeaten(all(needs)).stream()
                    .filter(sum -> sum.worth(slope) > lowest)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(above, kept(partial));
            assertEquals(above.size(), count);
        }
    }

    private static int extend(PartialChoices partial, List<Choice> choices, double slope, double lowest) {
        partial.noChoices();
        choices.forEach(choice -> partial.choice(choice.parts(), choice.coverage(), choice.cost()));
        return partial.extend(slope, lowest);
    }

    private static TreeSet<Sum> kept(PartialChoices partial) {
        return IntStream.range(partial.first(), partial.end())
                .mapToObj(n -> new Sum(partial.coverage(n), partial.cost(n)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertParentsAddUp(PartialChoices partial, List<List<Choice>> needs) {
        for (int n = partial.first(); n < partial.end(); n++) {
            long coverage = FIXED_COVERAGE;
            double cost = FIXED_COST;
            int at = n;
            for (int need = needs.size() - 1; need >= 0; need--) {
                int parts = partial.parts(at);
                Choice made = needs.get(need).stream()
                        .filter(choice -> choice.parts() == parts)
                        .findFirst()
                        .orElseThrow();
                coverage += made.coverage();
                cost += made.cost();
                at = partial.parent(at);
            }
            assertEquals(new Sum(partial.coverage(n), partial.cost(n)), new Sum(coverage, cost));
        }
    }

    private static List<Sum> all(List<List<Choice>> needs) {
        List<Sum> sums = List.of(new Sum(FIXED_COVERAGE, FIXED_COST));
        for (List<Choice> choices : needs) {
            sums = sums.stream().flatMap(sum -> choices.stream().map(sum::plus)).toList();
        }
        return sums;
    }

    private static TreeSet<Sum> unbeaten(List<Sum> sums) {
        return sums.stream()
                .filter(sum -> sums.stream().noneMatch(sum::isBeatenBy))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Costs are of any sign; nothing costs nothing. */
    private static List<List<Choice>> needs(Random random) {
        List<List<Choice>> needs = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            List<Choice> choices = new ArrayList<>(List.of(new Choice(0, 0, 0)));
            long quarter = random.nextInt(6);
            for (int parts = 1 + random.nextInt(2); parts <= 4; parts += 1 + random.nextInt(2)) {
                choices.add(new Choice(parts, parts * quarter, random.nextInt(30) - 4));
            }
            needs.add(choices);
        }
        return needs;
    }
}
