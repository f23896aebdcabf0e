package org.switchboard.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded draws: the same seed draws the same sample. */
final class Draw {

    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** So many different ones, in the order of the choices. */
    <T> List<T> some(List<T> choices, int count) {
        List<T> left = new ArrayList<>(choices);
        while (left.size() > count) {
            left.remove(random.nextInt(left.size()));
        }
        return left;
    }

    /** Money between two amounts, small ones as likely as large ones by their order, in whole thousands. */
    long dollars(long least, long most) {
        double exponent = random.nextDouble();
        return Math.round(least * Math.pow((double) most / least, exponent) / 1000) * 1000;
    }
}
