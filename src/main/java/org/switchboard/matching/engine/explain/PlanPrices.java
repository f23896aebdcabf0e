package org.switchboard.matching.engine.explain;

import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.bound.Multipliers;

/**
 * What things are worth around a plan, in points of level 1: the prices that prove its bound, read beside what the plan
 * uses. A price is what the scarce good could bring elsewhere by the proof, not what it brings in this plan.
 */
public final class PlanPrices {

    private final OpenProblem open;
    private final PlanUse use;
    private final Multipliers multipliers;

    /** @param multipliers of the certificate that was made for this problem */
    public PlanPrices(OpenProblem open, PlanUse use, Multipliers multipliers) {
        this.open = open;
        this.use = use;
        this.multipliers = multipliers;
    }

    OpenProblem open() {
        return open;
    }

    PlanUse use() {
        return use;
    }

    Multipliers multipliers() {
        return multipliers;
    }

    private double points(double price) {
        return price / multipliers.scale();
    }

    /** Whether the proof has a price for so many parts of the candidate: it could give them beside the pinned rows. */
    public boolean isPriced(int candidate, int parts) {
        return open.usable(candidate) && parts >= open.leastParts(candidate) && parts <= open.mostParts(candidate);
    }

    /** What the State pays the offer for so many parts: money, slot and State cap together. */
    public double parts(int candidate, int parts) {
        return points(multipliers.part(candidate, parts));
    }

    /** The same for a row of the plan; null for one that people have fixed, which has no price. */
    public @Nullable Double row(PlanRow row) {
        int candidate = open.problem().candidates().find(row.need(), row.offer());
        return isPriced(candidate, row.parts()) ? parts(candidate, row.parts()) : null;
    }

    /** Of one more need that the offer could serve. */
    public double slot(int offer) {
        return points(multipliers.slot(offer));
    }

    /** Of one more dollar that the offer could give to the State, beside what its budget is worth. */
    public double stateCap(int offer, int state) {
        return points(multipliers.stateCap(offer, state));
    }

    /** Of one more need that the State could be served with in the period. */
    public double absorption(int state, int period) {
        return points(multipliers.absorption(state, period));
    }

    /** Of the need's places in all its periods; nothing where it is served already. */
    public double absorption(int need) {
        Need of = open.need(need);
        double sum = 0;
        for (int t = of.from(); t <= of.to() && !use.isServed(need); t++) {
            sum += absorption(of.state(), t);
        }
        return sum;
    }

    /**
     * Of one dollar of the offer's budget: the least that a need which it serves pays for each, beyond slot and State cap.
     * The proof itself prices whole numbers of parts, not dollars. Zero where it serves none that has a price.
     */
    public double budget(int offer) {
        double least = Double.POSITIVE_INFINITY;
        for (PlanRow row : use.ofOffer(offer)) {
            Double paid = row(row);
            if (paid != null) {
                int state = open.need(row.need()).state();
                least = Math.min(least, (paid - slot(offer)) / use.usd(row) - stateCap(offer, state));
            }
        }
        return least == Double.POSITIVE_INFINITY ? 0 : Math.max(0, least);
    }
}
