package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/**
 * Makes the patterns a need can take: those with one offer first, then splits; within each, more cover first, then more
 * of level 2, then the earlier receipt. Their number is capped, because every pattern of every need stays in memory.
 */
final class Patterns {

    private static final int MOST_SINGLES = 120;
    private static final int MOST_SPLITS = 40;
    /** Splits are made among so many offers of best fit: pairs and triples of all offers would be thousands. */
    private static final int OFFERS_TO_SPLIT_AMONG = 8;

    private static final int MOST_OFFERS = 3;

    private static final Comparator<Pattern> BEST_FIRST = Comparator.<Pattern>comparingInt(pattern -> -pattern.parts())
            .thenComparingLong(pattern -> -pattern.level2Gain());

    private final Problem problem;
    private final Ledger opening;
    private final Kept kept;
    private final int[] pinnedParts;
    private final Set<Long> pinnedPairs = new HashSet<>();

    /** @param opening the ledger with the pinned rows and nothing else */
    Patterns(Problem problem, Ledger opening) {
        this.problem = problem;
        this.opening = opening;
        this.kept = new Kept(problem);
        this.pinnedParts = new int[problem.needs().size()];
        for (PlanRow row : problem.pinned()) {
            pinnedParts[row.need()] += row.parts();
            pinnedPairs.add(pair(row.need(), row.offer()));
        }
    }

    /** Every pattern could stand alone beside the pinned rows; empty where nothing may be added to the need. */
    List<Pattern> of(int index) {
        Need need = problem.needs().get(index);
        int open = need.parts() - pinnedParts[index];
        if (open <= 0 || (!opening.servedByPins(index) && !opening.canAbsorb(index))) {
            return List.of();
        }
        List<Option> options = options(index, open);
        Making making = new Making(index, need.partialOk() ? 1 : open, open);
        options.forEach(option -> making.extend(List.of(option), 0, new int[0], MOST_OFFERS - 1));
        List<Pattern> singles = best(making.made, MOST_SINGLES);
        making.made.clear();
        making.extend(options.subList(0, Math.min(OFFERS_TO_SPLIT_AMONG, options.size())), 0, new int[0], 0);
        making.made.removeIf(pattern -> pattern.offers() == 1);
        List<Pattern> all = new ArrayList<>(singles);
        all.addAll(best(making.made, MOST_SPLITS));
        return List.copyOf(all);
    }

    private static List<Pattern> best(List<Pattern> patterns, int most) {
        return patterns.stream().sorted(BEST_FIRST).limit(most).toList();
    }

    /** An offer that can take between {@code least} and {@code most} parts of the need. */
    private record Option(int offer, int fit, int least, int most) {}

    private List<Option> options(int index, int open) {
        Need need = problem.needs().get(index);
        CandidateTable candidates = problem.candidates();
        List<Option> options = new ArrayList<>();
        for (int c = candidates.first(index); c < candidates.end(index); c++) {
            int j = candidates.offer(c);
            Offer offer = problem.offers().get(j);
            long part = need.partCostUsd();
            long money = Math.min(offer.ceilingUsd(), opening.moneyLeft(j, need.state()));
            long least = Math.max(1, (offer.floorUsd() + part - 1) / part);
            long most = Math.min(open, money / part);
            if (least <= most && opening.hasRoomForANeed(j) && !isPinned(index, j)) {
                options.add(new Option(j, candidates.fit(c), (int) least, (int) most));
            }
        }
        options.sort(Comparator.comparingInt(Option::fit).reversed());
        return options;
    }

    private boolean isPinned(int need, int offer) {
        return pinnedPairs.contains(pair(need, offer));
    }

    private static long pair(int need, int offer) {
        return ((long) need << 32) | offer;
    }

    private long gain(int index, int[] cells) {
        CandidateTable candidates = problem.candidates();
        long quartersPerPart = problem.needs().get(index).quartersPerPart();
        long gain = 0;
        for (int i = 0; i < cells.length; i += 2) {
            long keptParts = Math.min(cells[i + 1], kept.partsBefore(index, cells[i]));
            gain += quartersPerPart * cells[i + 1] * candidates.fit(candidates.find(index, cells[i]));
            gain += quartersPerPart * keptParts * problem.changePenalty();
        }
        int further = cells.length / 2 - (opening.servedByPins(index) ? 0 : 1);
        return gain - problem.fragPenalty() * further;
    }

    /** The patterns of one need in the making. */
    private final class Making {

        private final int need;
        private final int least;
        private final int most;
        private final List<Pattern> made = new ArrayList<>();

        Making(int need, int least, int most) {
            this.need = need;
            this.least = least;
            this.most = most;
        }

        /** Adds every pattern that extends the cells by options from {@code from} on, with at most three offers. */
        void extend(List<Option> options, int from, int[] cells, int offersUsed) {
            int open = most - parts(cells);
            for (int o = from; o < options.size(); o++) {
                Option option = options.get(o);
                for (int parts = Math.min(option.most(), open); parts >= option.least(); parts--) {
                    int[] longer = Arrays.copyOf(cells, cells.length + 2);
                    longer[cells.length] = option.offer();
                    longer[cells.length + 1] = parts;
                    if (parts(longer) >= least) {
                        made.add(new Pattern(longer, gain(need, longer)));
                    }
                    if (offersUsed + 1 < MOST_OFFERS) {
                        extend(options, o + 1, longer, offersUsed + 1);
                    }
                }
            }
        }

        private static int parts(int[] cells) {
            int sum = 0;
            for (int i = 1; i < cells.length; i += 2) {
                sum += cells[i];
            }
            return sum;
        }
    }
}
