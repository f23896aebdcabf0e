package org.switchboard.matching.engine.certificate;

import java.util.Arrays;

/** Items of which each may be left, at no size and no value, or taken by one of its options. */
final class Items {

    private int[] first = new int[16];
    private long[] sizes = new long[16];
    private long[] values = new long[16];
    private int count;
    private int options;

    /** Opens the next item; the options that follow are its own. */
    void open() {
        if (count + 2 > first.length) {
            first = Arrays.copyOf(first, 2 * first.length);
        }
        first[++count] = options;
    }

    void option(long size, long value) {
        if (options == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * options);
            values = Arrays.copyOf(values, 2 * options);
        }
        sizes[options] = size;
        values[options++] = value;
        first[count] = options;
    }

    int count() {
        return count;
    }

    int first(int item) {
        return first[item];
    }

    int end(int item) {
        return first[item + 1];
    }

    long size(int option) {
        return sizes[option];
    }

    long value(int option) {
        return values[option];
    }

    long largestSize(int item) {
        long largest = 0;
        for (int o = first(item); o < end(item); o++) {
            largest = Math.max(largest, sizes[o]);
        }
        return largest;
    }

    long totalSize() {
        long total = 0;
        for (int item = 0; item < count; item++) {
            total = Math.addExact(total, largestSize(item));
        }
        return total;
    }

    /** The largest number that measures every size; 0 where all sizes are 0. */
    long commonMeasure() {
        long measure = 0;
        for (int o = 0; o < options && measure != 1; o++) {
            long rest = sizes[o];
            while (rest != 0) {
                long smaller = measure % rest;
                measure = rest;
                rest = smaller;
            }
        }
        return measure;
    }

    /** A number that no sum of values reaches in size, whichever options are taken. */
    long totalMagnitude() {
        long total = 0;
        for (int item = 0; item < count; item++) {
            long largest = 0;
            for (int o = first(item); o < end(item); o++) {
                largest = Math.max(largest, Math.abs(Math.negateExact(values[o])));
            }
            total = Math.addExact(total, largest);
        }
        return total;
    }

    Items times(long factor) {
        Items larger = new Items();
        larger.first = first.clone();
        larger.sizes = sizes.clone();
        larger.values = values.clone();
        larger.count = count;
        larger.options = options;
        for (int o = 0; o < options; o++) {
            larger.values[o] = Math.multiplyExact(factor, values[o]);
        }
        return larger;
    }
}
