package org.switchboard.matching.engine;

/**
 * One request of a State for one piece of assistance, cut into equal parts.
 *
 * @param state index of the State that asks
 * @param area theme, stage and type: carried by the exchange format; the candidate filter has already read them
 * @param costUsd whole dollars, a multiple of the parts
 * @param parts 1, 2 or 4 equal parts that different offers may pay for
 * @param weight of the whole need in the objective, not negative; any scale, the same for all needs
 * @param languages working languages
 * @param from first period in which it is served
 * @param to last period in which it is served, inclusive
 * @param partialOk whether covering some of its parts helps; if not, all or none are covered
 * @param blockedProviders providers the State does not accept
 */
public record Need(
        int state,
        int area,
        char stage,
        int type,
        long costUsd,
        int parts,
        long weight,
        Ids languages,
        int from,
        int to,
        boolean partialOk,
        Ids blockedProviders) {

    public Need {
        InvalidProblemException.unlessNotNegative(state, "need.state");
        InvalidProblemException.unlessNotNegative(area, "need.area");
        InvalidProblemException.unlessNotNegative(type, "need.type");
        InvalidProblemException.unless(
                parts == 1 || parts == 2 || parts == 4, "need.parts", "must be 1, 2 or 4, is " + parts);
        InvalidProblemException.unless(costUsd > 0, "need.cost", "must be above zero, is " + costUsd);
        InvalidProblemException.unless(
                costUsd % parts == 0, "need.cost", costUsd + " cannot be cut into " + parts + " equal parts");
        InvalidProblemException.unlessNotNegative(weight, "need.weight");
        InvalidProblemException.unlessNotNegative(from, "need.from");
        InvalidProblemException.unless(to >= from, "need.to", "must not be before from (" + from + "), is " + to);
        languages.unlessNotNegative("need.languages");
        blockedProviders.unlessNotNegative("need.blocked");
    }

    /** What one part costs, in whole dollars. */
    public long partCostUsd() {
        return costUsd / parts;
    }

    /** How many quarters of the need one part is: 4, 2 or 1. Coverage is counted in quarters so that it stays whole. */
    public int quartersPerPart() {
        return 4 / parts;
    }
}
