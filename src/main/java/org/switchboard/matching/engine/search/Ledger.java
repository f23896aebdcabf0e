package org.switchboard.matching.engine.search;

import java.util.Arrays;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.State;

/**
 * Running sums of a plan: what is left of every limit, and both levels. It opens with the pinned rows, which never leave
 * it. A limit they break counts as just used up, so that nothing can be added to it and nothing has to be taken away.
 *
 * <p>All sums are whole numbers, so taking a pattern out restores exactly what was there before it was put in.
 */
final class Ledger {

    private final Problem problem;
    private final Need[] needs;
    private final boolean[] servedByPins;
    private final int states;
    private final int periods;

    private final long[] budgetLeft;
    private final long[] needsLeft;
    private final long[] stateCapLeft;
    private final long[] absorptionLeft;
    private final long[] coverage;
    private long limitsBroken;
    private long level1;
    private long level2;

    Ledger(Problem problem) {
        this.problem = problem;
        this.needs = problem.needs().toArray(Need[]::new);
        this.servedByPins = new boolean[needs.length];
        this.states = problem.states().size();
        this.periods = problem.periods();
        int offers = problem.offers().size();
        this.budgetLeft = new long[offers];
        this.needsLeft = new long[offers];
        this.stateCapLeft = new long[offers * states];
        this.absorptionLeft = new long[states * periods];
        this.coverage = new long[states];
        openLimits();
        usePins();
        acceptOverUse();
        valuePins();
    }

    private void openLimits() {
        for (int j = 0; j < budgetLeft.length; j++) {
            Offer offer = problem.offers().get(j);
            budgetLeft[j] = offer.budgetUsd();
            needsLeft[j] = offer.maxNeeds();
            Arrays.fill(stateCapLeft, j * states, (j + 1) * states, offer.perStateCapUsd());
        }
        for (int s = 0; s < states; s++) {
            Arrays.fill(
                    absorptionLeft,
                    s * periods,
                    (s + 1) * periods,
                    problem.states().get(s).absorption());
        }
    }

    private void usePins() {
        for (PlanRow row : problem.pinned()) {
            useOffer(row.need(), row.offer(), row.parts());
            if (!servedByPins[row.need()]) {
                useAbsorption(needs[row.need()], 1);
                servedByPins[row.need()] = true;
            }
        }
    }

    private void acceptOverUse() {
        for (long[] left : new long[][] {budgetLeft, needsLeft, stateCapLeft, absorptionLeft}) {
            Arrays.setAll(left, i -> Math.max(0, left[i]));
        }
        limitsBroken = 0;
    }

    private void valuePins() {
        CandidateTable candidates = problem.candidates();
        boolean[] seen = new boolean[needs.length];
        for (PlanRow row : problem.pinned()) {
            Need need = needs[row.need()];
            int quarters = row.parts() * need.quartersPerPart();
            cover(need, row.parts());
            level2 += (long) quarters * candidates.fit(candidates.find(row.need(), row.offer()));
            level2 -= seen[row.need()] ? problem.fragPenalty() : 0;
            seen[row.need()] = true;
        }
        level2 -= problem.changePenalty() * new Kept(problem).quartersLostByPinsAlone();
    }

    /** Puts the pattern of a need in (sign 1) or takes it out (sign -1). */
    void move(int needIndex, Pattern pattern, int sign) {
        Need need = needs[needIndex];
        for (int i = 0; i < pattern.offers(); i++) {
            useOffer(needIndex, pattern.offer(i), sign * pattern.parts(i));
        }
        if (!servedByPins[needIndex]) {
            useAbsorption(need, sign);
        }
        cover(need, sign * pattern.parts());
        level2 += sign * pattern.level2Gain();
    }

    private void useOffer(int needIndex, int offer, int parts) {
        Need need = needs[needIndex];
        long money = parts * need.partCostUsd();
        use(budgetLeft, offer, money);
        use(needsLeft, offer, parts > 0 ? 1 : -1);
        use(stateCapLeft, offer * states + need.state(), money);
    }

    private void useAbsorption(Need need, int count) {
        for (int t = need.from(); t <= need.to(); t++) {
            use(absorptionLeft, need.state() * periods + t, count);
        }
    }

    private void use(long[] left, int at, long amount) {
        long before = left[at];
        long after = before - amount;
        left[at] = after;
        if ((before < 0) != (after < 0)) {
            limitsBroken += after < 0 ? 1 : -1;
        }
    }

    private void cover(Need need, int parts) {
        State state = problem.states().get(need.state());
        long before = coverage[need.state()];
        long after = before + need.weight() * need.quartersPerPart() * parts;
        coverage[need.state()] = after;
        level1 += problem.slopes().valueOf(after, state) - problem.slopes().valueOf(before, state);
    }

    boolean servedByPins(int need) {
        return servedByPins[need];
    }

    /** Most money the offer can still give to needs of the State. */
    long moneyLeft(int offer, int state) {
        return Math.min(budgetLeft[offer], stateCapLeft[offer * states + state]);
    }

    boolean hasRoomForANeed(int offer) {
        return needsLeft[offer] > 0;
    }

    /** Whether the State can absorb one more need in all periods of this one. */
    boolean canAbsorb(int needIndex) {
        Need need = needs[needIndex];
        for (int t = need.from(); t <= need.to(); t++) {
            if (absorptionLeft[need.state() * periods + t] <= 0) {
                return false;
            }
        }
        return true;
    }

    HardMediumSoftLongScore score() {
        return HardMediumSoftLongScore.of(-limitsBroken, level1, level2);
    }
}
