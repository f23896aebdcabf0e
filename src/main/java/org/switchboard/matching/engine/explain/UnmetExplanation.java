package org.switchboard.matching.engine.explain;

import java.util.List;
import java.util.Map;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.candidate.CandidateRule;

/** Why a need has no row in a plan. */
public sealed interface UnmetExplanation {

    /**
     * No offer keeps all rules for it.
     *
     * @param offers that were looked at
     * @param admitted of these, offers that keep all rules by now: they or the need have changed since the plan was made
     * @param removedBy how many offers each rule takes away, of the rules that may be disclosed; an offer can break several
     * @param nearest the offers that would have to change least, the least costly change first
     */
    record NoCandidate(int offers, int admitted, Map<CandidateRule, Integer> removedBy, List<NearMiss> nearest)
            implements UnmetExplanation {

        public NoCandidate {
            removedBy = Map.copyOf(removedBy);
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * Offers may serve it, but what they have is used for other needs.
     *
     * @param verdict in a word
     * @param way the rows by which it could best be served: what they add less what they cost is most; empty where the offers
     *     cannot cover it at all, even together
     * @param adds points of level 1 that these rows would add to the plan
     * @param price of these rows, the places in the State's periods among them, in points of level 1
     * @param obstacles limits that stand in the way of these rows, or of any, where there is no way
     * @param concessions what would have to give for them, limit by limit
     * @param level1Change of the plan if all of that gave way and the rows came in
     */
    record OutCompeted(
            Verdict verdict,
            List<PlanRow> way,
            long adds,
            double price,
            List<Obstacle> obstacles,
            List<Concession> concessions,
            long level1Change)
            implements UnmetExplanation {

        public OutCompeted {
            way = List.copyOf(way);
            obstacles = List.copyOf(obstacles);
            concessions = List.copyOf(concessions);
        }
    }

    /** What became of a need that had candidates. */
    enum Verdict {
        /** Limits that other needs use up stand in the way. */
        LIMITS_BIND,
        /** No set of offers can cover as many parts as it takes. */
        CANNOT_BE_COVERED,
        /** It weighs nothing, so serving it adds nothing to level 1. */
        ADDS_NOTHING,
        /** Nothing stands in the way: the search has overlooked it. */
        COULD_BE_ADDED
    }
}
