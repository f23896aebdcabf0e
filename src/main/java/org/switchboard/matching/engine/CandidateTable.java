package org.switchboard.matching.engine;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All candidates, grouped by need and in the order of offers within a need. The place of a candidate in this order is
 * its index: {@code first(need) .. end(need) - 1} are the candidates of a need.
 */
public final class CandidateTable {

    private final int[] starts;
    private final int[] offers;
    private final byte[] fits;

    private CandidateTable(int[] starts, int[] offers, byte[] fits) {
        this.starts = starts;
        this.offers = offers;
        this.fits = fits;
    }

    public int size() {
        return offers.length;
    }

    public int needs() {
        return starts.length - 1;
    }

    public int first(int need) {
        return starts[need];
    }

    public int end(int need) {
        return starts[need + 1];
    }

    public int offer(int index) {
        return offers[index];
    }

    public int fit(int index) {
        return fits[index];
    }

    /** The index of a pair, or -1 where the pair is not a candidate; any two numbers may be asked for. */
    public int find(int need, int offer) {
        if (need < 0 || need >= needs()) {
            return -1;
        }
        int index = Arrays.binarySearch(offers, starts[need], starts[need + 1], offer);
        return Math.max(index, -1);
    }

    public Stream<Candidate> ofNeed(int need) {
        return IntStream.range(first(need), end(need)).mapToObj(i -> new Candidate(need, offers[i], fits[i]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CandidateTable that
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(offers, that.offers)
                && Arrays.equals(fits, that.fits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(offers);
    }

    /** Takes candidates in any order; memory grows with their number alone. */
    public static final class Builder {

        private final int needCount;
        private final int offerCount;
        private int[] needs = new int[1024];
        private long[] offersAndFits = new long[1024];
        private int size;

        public Builder(int needCount, int offerCount) {
            this.needCount = needCount;
            this.offerCount = offerCount;
        }

        public Builder add(int need, int offer, int fit) {
            if (need < 0 || need >= needCount) {
                throw new InvalidProblemException(place(), "unknown need " + need);
            }
            if (offer < 0 || offer >= offerCount) {
                throw new InvalidProblemException(place(), "unknown offer " + offer);
            }
            if (fit < 0 || fit > 100) {
                throw new InvalidProblemException(place(), "fit must be 0 to 100, is " + fit);
            }
            if (size == needs.length) {
                needs = Arrays.copyOf(needs, size * 2);
                offersAndFits = Arrays.copyOf(offersAndFits, size * 2);
            }
            needs[size] = need;
            offersAndFits[size++] = ((long) offer << 8) | fit;
            return this;
        }

        private String place() {
            return "candidates[" + size + "]";
        }

        public CandidateTable build() {
            int[] starts = new int[needCount + 1];
            for (int i = 0; i < size; i++) {
                starts[needs[i] + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            long[] grouped = groupedByNeed(starts);
            int[] offers = new int[size];
            byte[] fits = new byte[size];
            for (int need = 0; need < needCount; need++) {
                Arrays.sort(grouped, starts[need], starts[need + 1]);
                for (int i = starts[need]; i < starts[need + 1]; i++) {
                    offers[i] = (int) (grouped[i] >> 8);
                    fits[i] = (byte) (grouped[i] & 0xff);
                    if (i > starts[need] && offers[i] == offers[i - 1]) {
                        throw new InvalidProblemException(
                                "candidates", "need " + need + " and offer " + offers[i] + " are listed twice");
                    }
                }
            }
            return new CandidateTable(starts, offers, fits);
        }

        private long[] groupedByNeed(int[] starts) {
            int[] next = starts.clone();
            long[] grouped = new long[size];
            for (int i = 0; i < size; i++) {
                grouped[next[needs[i]]++] = offersAndFits[i];
            }
            return grouped;
        }
    }
}
