package org.switchboard.matching.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/** An immutable set of numbers that stand for things the engine never names: languages, themes, regions, providers. */
public final class Ids {

    private static final Ids NONE = new Ids(new int[0]);

    private final int[] sorted;

    private Ids(int[] sorted) {
        this.sorted = sorted;
    }

    /** The set of these numbers; a number given twice counts once. */
    public static Ids of(int... ids) {
        return ids.length == 0
                ? NONE
                : new Ids(Arrays.stream(ids).sorted().distinct().toArray());
    }

    public static Ids of(Collection<Integer> ids) {
        return of(ids.stream().mapToInt(Integer::intValue).toArray());
    }

    public static Ids none() {
        return NONE;
    }

    public boolean contains(int id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }

    /** How many members this set and the other have in common. */
    public int countIn(Ids other) {
        int common = 0;
        for (int id : sorted) {
            if (other.contains(id)) {
                common++;
            }
        }
        return common;
    }

    public boolean intersects(Ids other) {
        for (int id : sorted) {
            if (other.contains(id)) {
                return true;
            }
        }
        return false;
    }

    public int size() {
        return sorted.length;
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    /** The members in ascending order. */
    public IntStream stream() {
        return Arrays.stream(sorted);
    }

    void unlessNotNegative(String place) {
        InvalidProblemException.unless(
                isEmpty() || sorted[0] >= 0, place, "must not hold a negative number, holds " + this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ids that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
