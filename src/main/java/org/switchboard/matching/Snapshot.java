package org.switchboard.matching;

import java.util.List;
import org.switchboard.matching.engine.Problem;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferView;

/**
 * What a run reads: the stored items at one moment and the problem that they make.
 *
 * @param needs by their number in the problem
 * @param offers by their number in the problem
 */
record Snapshot(Problem problem, List<NeedView> needs, List<OfferView> offers) {

    boolean holdsSample() {
        return needs.stream().anyMatch(NeedView::sample) || offers.stream().anyMatch(OfferView::sample);
    }

    /**
     * The money of a match in US dollars: whole parts, of which the last of a need carries the exact remainder.
     *
     * @param before parts of the need that other matches of the plan, earlier in its order, pay for
     */
    long usd(int need, int before, int parts) {
        long cost = needs.get(need).costUsd();
        long part = problem.needs().get(need).partCostUsd();
        return Math.min(cost, part * (before + parts)) - Math.min(cost, part * before);
    }
}
