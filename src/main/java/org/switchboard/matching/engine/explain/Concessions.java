package org.switchboard.matching.engine.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Place;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/** Finds, limit after limit, the served needs that would have to give way, each need whole. */
final class Concessions {

    private final PlanUse use;
    private final Problem problem;
    private final Set<Integer> giving = new LinkedHashSet<>();

    Concessions(PlanUse use) {
        this.use = use;
        this.problem = use.problem();
    }

    /** What gives for this limit, beside what has been asked to give before. */
    Concession ask(Obstacle obstacle) {
        long shortage = obstacle.shortage();
        for (int need : giving) {
            shortage -= freed(need, obstacle);
        }
        long wanted = Math.max(1, shortage);
        List<Concession.Rival> taken = new ArrayList<>();
        for (Concession.Rival rival : rivals(obstacle, wanted)) {
            if (shortage <= 0) {
                break;
            }
            taken.add(rival);
            giving.add(rival.need());
            shortage -= rival.frees();
        }
        return new Concession(obstacle, taken, shortage <= 0);
    }

    /** Those that lose least for what they free, as far as that is wanted. */
    private List<Concession.Rival> rivals(Obstacle obstacle, long wanted) {
        return users(obstacle.place())
                .map(PlanRow::need)
                .distinct()
                .filter(need -> !use.isPinned(need) && !giving.contains(need))
                .map(need -> new Concession.Rival(
                        need, freed(need, obstacle), -use.level1Change(need, -use.partsCovered(need))))
                .filter(rival -> rival.frees() > 0)
                .sorted(Comparator.comparingDouble(
                                (Concession.Rival rival) -> rival.adds() / (double) Math.min(wanted, rival.frees()))
                        .thenComparingInt(Concession.Rival::need))
                .toList();
    }

    private Stream<PlanRow> users(Place place) {
        if (place instanceof Place.AtOffer at) {
            return use.ofOffer(at.offer()).stream();
        }
        if (place instanceof Place.AtOfferAndState at) {
            return use.ofOffer(at.offer()).stream();
        }
        return place instanceof Place.AtStateAndPeriod at ? use.ofState(at.state()).stream() : Stream.empty();
    }

    /** How much of the limit the need would free: dollars, a slot or a place. */
    private long freed(int need, Obstacle obstacle) {
        Need of = problem.needs().get(need);
        if (obstacle.place() instanceof Place.AtStateAndPeriod at) {
            boolean within = of.from() <= at.period() && at.period() <= of.to();
            return of.state() == at.state() && within ? 1 : 0;
        }
        if (obstacle.place() instanceof Place.AtOfferAndState at) {
            return of.state() == at.state() ? usdFrom(need, at.offer()) : 0;
        }
        if (obstacle.place() instanceof Place.AtOffer at) {
            long usd = usdFrom(need, at.offer());
            return obstacle.limit() == Limit.SLOTS ? Math.min(1, usd) : usd;
        }
        return 0;
    }

    private long usdFrom(int need, int offer) {
        return use.ofNeed(need).stream()
                .filter(row -> row.offer() == offer)
                .mapToLong(use::usd)
                .sum();
    }

    /** What level 1 becomes if all that was asked gives way and so many parts of a need come in. */
    long level1Change(int need, Collection<PlanRow> comingIn) {
        Map<Integer, Long> changes = new HashMap<>();
        giving.forEach(
                gone -> changes.merge(stateOf(gone), -use.weightedQuarters(gone, use.partsCovered(gone)), Long::sum));
        int parts = comingIn.stream().mapToInt(PlanRow::parts).sum();
        changes.merge(stateOf(need), use.weightedQuarters(need, parts), Long::sum);
        return changes.entrySet().stream()
                .mapToLong(change -> use.level1Change((int) change.getKey(), (long) change.getValue()))
                .sum();
    }

    private int stateOf(int need) {
        return problem.needs().get(need).state();
    }
}
