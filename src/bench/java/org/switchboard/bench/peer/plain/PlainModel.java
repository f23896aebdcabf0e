package org.switchboard.bench.peer.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/** The problem as a newcomer to the libraries would model it: portions, each of which gets one funder or none. */
public final class PlainModel {

    private final Problem problem;
    private final List<Funder> funders;
    private final List<Recipient> recipients;

    public PlainModel(Problem problem) {
        this.problem = problem;
        funders = IntStream.range(0, problem.offers().size())
                .mapToObj(j -> new Funder(j, problem.offers().get(j)))
                .toList();
        recipients = IntStream.range(0, problem.states().size())
                .mapToObj(s -> new Recipient(s, problem.states().get(s), problem.slopes()))
                .toList();
    }

    /** All offers, those that no need has for a candidate too. */
    public List<Funder> funders() {
        return funders;
    }

    /** Slices of all needs that have a candidate; no two slices share a part, so no need can be over-covered. */
    public List<Slice> slices() {
        Map<Integer, Map<Funder, Integer>> previous = previousParts();
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < problem.needs().size(); i++) {
            Demand demand = demand(i, previous.getOrDefault(i, Map.of()));
            Need need = demand.need();
            int partsAtOnce = need.partialOk() ? 1 : need.parts();
            List<Funder> choices = choices(i, partsAtOnce * need.partCostUsd());
            for (int part = 0; part < need.parts() && !choices.isEmpty(); part += partsAtOnce) {
                slices.add(new Slice(slices.size(), demand, partsAtOnce, choices));
            }
        }
        return slices;
    }

    private Map<Integer, Map<Funder, Integer>> previousParts() {
        Map<Integer, Map<Funder, Integer>> parts = new HashMap<>();
        problem.previous().forEach(row -> parts.computeIfAbsent(row.need(), need -> new HashMap<>())
                .put(funders.get(row.offer()), row.parts()));
        return parts;
    }

    private Demand demand(int index, Map<Funder, Integer> previous) {
        Need need = problem.needs().get(index);
        Map<Funder, Integer> fits = new HashMap<>();
        problem.candidates()
                .ofNeed(index)
                .forEach(candidate -> fits.put(funders.get(candidate.offer()), candidate.fit()));
        return new Demand(index, need, recipients.get(need.state()), fits, previous, problem);
    }

    private List<Funder> choices(int need, long moneyUsd) {
        return problem.candidates()
                .ofNeed(need)
                .map(candidate -> funders.get(candidate.offer()))
                .filter(funder -> moneyUsd <= funder.offer().ceilingUsd())
                .toList();
    }

    /** The plan that a solution says; portions of one need with one funder are one row. */
    public static List<PlanRow> rows(List<? extends Portion> portions) {
        record Pair(int need, int offer) {}
        Map<Pair, Integer> parts = new LinkedHashMap<>();
        portions.stream()
                .filter(portion -> portion.getFunder() != null)
                .forEach(portion -> parts.merge(
                        new Pair(portion.demand().index(), portion.getFunder().index()),
                        portion.parts(),
                        Integer::sum));
        return parts.entrySet().stream()
                .map(entry -> new PlanRow(entry.getKey().need(), entry.getKey().offer(), entry.getValue()))
                .toList();
    }
}
