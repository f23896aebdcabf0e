package org.switchboard.matching.engine.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/**
 * A plan in the making with its running sums: who serves which need, what is left of every limit, and both levels. It
 * opens with the pinned rows, which never leave it.
 *
 * <p>All sums are whole numbers, so taking a pattern out restores exactly what was there before it was put in.
 */
final class Ledger {

    /** A need has at most four parts, each from one offer. */
    static final int MOST_OFFERS = 4;

    private static final int NOT_USED = -1;

    private final OpenProblem open;
    private final CandidateTable candidates;
    private final Need[] needs;
    private final int states;
    private final int periods;
    private final long fragPenalty;
    private final long changePenalty;

    private final long[] budgetLeft;
    private final long[] slotsLeft;
    private final long[] stateCapLeft;
    private final long[] absorptionLeft;
    private final long[] coverage;
    private long limitsBroken;
    private long level1;
    private long level2;
    private long rowsChanged;

    private final byte[] offers;
    private final int[] candidate;
    private final byte[] parts;

    /** The candidates that are in the plan, by offer, and where each stands there. */
    private final int[] users;

    private final int[] userCount;
    private final int[] userAt;

    Ledger(OpenProblem open) {
        this.open = open;
        Problem problem = open.problem();
        this.candidates = problem.candidates();
        this.needs = problem.needs().toArray(Need[]::new);
        this.states = open.states();
        this.periods = open.periods();
        this.fragPenalty = problem.fragPenalty();
        this.changePenalty = problem.changePenalty();
        this.budgetLeft = new long[open.offers()];
        this.slotsLeft = new long[open.offers()];
        this.stateCapLeft = new long[states * open.offers()];
        this.absorptionLeft = new long[states * periods];
        this.coverage = new long[states];
        this.offers = new byte[needs.length];
        this.candidate = new int[needs.length * MOST_OFFERS];
        this.parts = new byte[needs.length * MOST_OFFERS];
        this.users = new int[open.firstOfOffer(open.offers())];
        this.userCount = new int[open.offers()];
        this.userAt = new int[candidates.size()];
        Arrays.fill(userAt, NOT_USED);
        openLimits();
        valuePins(problem);
    }

    private void openLimits() {
        for (int j = 0; j < budgetLeft.length; j++) {
            budgetLeft[j] = open.budget(j);
            slotsLeft[j] = open.slots(j);
            for (int s = 0; s < states; s++) {
                stateCapLeft[capOf(j, s)] = open.stateCap(j, s);
            }
        }
        for (int s = 0; s < states; s++) {
            for (int t = 0; t < periods; t++) {
                absorptionLeft[s * periods + t] = open.absorption(s, t);
            }
            level1 += open.value(s, 0);
        }
        for (int c = 0; c < userAt.length; c++) {
            rowsChanged += open.usable(c) && open.partsBefore(c) > 0 ? 1 : 0;
        }
    }

    /** By State, then offer: a need asks many offers of its State at once. */
    private int capOf(int offer, int state) {
        return state * budgetLeft.length + offer;
    }

    private void valuePins(Problem problem) {
        boolean[] seen = new boolean[needs.length];
        for (PlanRow row : problem.previous()) {
            level2 -= changePenalty * row.parts() * needs[row.need()].quartersPerPart();
        }
        for (PlanRow row : problem.pinned()) {
            level2 += level2Of(candidates.find(row.need(), row.offer()), row.parts());
            level2 -= seen[row.need()] ? fragPenalty : 0;
            seen[row.need()] = true;
        }
    }

    /** Fit, and what is kept of the plan last put forward. */
    private long level2Of(int c, int given) {
        long keptParts = Math.min(given, open.partsBefore(c));
        return needs[open.needOf(c)].quartersPerPart() * (given * (long) candidates.fit(c) + keptParts * changePenalty);
    }

    void put(int need, Pattern pattern) {
        for (int o = 0; o < pattern.offers(); o++) {
            give(need, pattern.candidate(o), pattern.parts(o));
        }
    }

    /** One more offer of a need gives parts. */
    void give(int need, int c, int given) {
        int at = need * MOST_OFFERS + offers[need];
        candidate[at] = c;
        parts[at] = (byte) given;
        if (offers[need]++ == 0) {
            serve(need, 1);
        }
        if (offers[need] > 1 || open.servedByPins(need)) {
            level2 -= fragPenalty;
        }
        int j = open.offerOf(c);
        int place = open.firstOfOffer(j) + userCount[j]++;
        users[place] = c;
        userAt[c] = place;
        account(need, c, given, 1);
    }

    /** The need loses all that it has beside pinned rows. */
    void takeAll(int need) {
        int first = need * MOST_OFFERS;
        for (int o = offers[need] - 1; o >= 0; o--) {
            int c = candidate[first + o];
            int j = open.offerOf(c);
            int last = users[open.firstOfOffer(j) + --userCount[j]];
            users[userAt[c]] = last;
            userAt[last] = userAt[c];
            userAt[c] = NOT_USED;
            if (o > 0 || open.servedByPins(need)) {
                level2 += fragPenalty;
            }
            account(need, c, parts[first + o], -1);
        }
        if (offers[need] > 0) {
            serve(need, -1);
        }
        offers[need] = 0;
    }

    private void account(int needIndex, int c, int given, int sign) {
        Need need = needs[needIndex];
        int j = open.offerOf(c);
        long money = sign * given * need.partCostUsd();
        use(budgetLeft, j, money);
        use(slotsLeft, j, sign);
        use(stateCapLeft, capOf(j, need.state()), money);
        int before = open.partsBefore(c);
        rowsChanged += sign * ((given == before ? 0 : 1) - (before == 0 ? 0 : 1));
        level2 += sign * level2Of(c, given);
        long covered = coverage[need.state()];
        long nowCovered = covered + sign * given * need.weight() * need.quartersPerPart();
        coverage[need.state()] = nowCovered;
        level1 += open.value(need.state(), nowCovered) - open.value(need.state(), covered);
    }

    private void serve(int needIndex, int sign) {
        if (!open.servedByPins(needIndex)) {
            Need need = needs[needIndex];
            for (int t = need.from(); t <= need.to(); t++) {
                use(absorptionLeft, need.state() * periods + t, sign);
            }
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

    OpenProblem open() {
        return open;
    }

    /** How many offers serve the need beside its pinned rows. */
    int offers(int need) {
        return offers[need];
    }

    int candidate(int need, int position) {
        return candidate[need * MOST_OFFERS + position];
    }

    int parts(int need, int position) {
        return parts[need * MOST_OFFERS + position];
    }

    @Nullable
    Pattern pattern(int need) {
        int count = offers[need];
        if (count == 0) {
            return null;
        }
        int[] cells = new int[2 * count];
        for (int o = 0; o < count; o++) {
            cells[2 * o] = candidate(need, o);
            cells[2 * o + 1] = parts(need, o);
        }
        return new Pattern(cells);
    }

    /** How many needs the offer serves beside pinned rows. */
    int users(int offer) {
        return userCount[offer];
    }

    /** One of the needs that the offer serves, from 0. */
    int user(int offer, int position) {
        return open.needOf(users[open.firstOfOffer(offer) + position]);
    }

    /** Most parts that the candidate can give now; not more than {@code openParts} of its need. */
    int partsLeft(int c, int need) {
        int j = open.offerOf(c);
        if (slotsLeft[j] <= 0) {
            return 0;
        }
        long money = Math.min(budgetLeft[j], stateCapLeft[capOf(j, needs[need].state())]);
        long part = needs[need].partCostUsd();
        int most = open.mostParts(c);
        return money >= most * part ? most : (int) (money / part);
    }

    /** Whether the State can absorb one more need in all periods of this one. */
    boolean canAbsorb(int needIndex) {
        if (open.servedByPins(needIndex)) {
            return true;
        }
        Need need = needs[needIndex];
        for (int t = need.from(); t <= need.to(); t++) {
            if (absorptionLeft[need.state() * periods + t] <= 0) {
                return false;
            }
        }
        return true;
    }

    Need need(int index) {
        return needs[index];
    }

    /** What level 1 would gain if so many more weighted quarters of the State were covered. */
    long gain(int state, long quarters) {
        return open.value(state, coverage[state] + quarters) - open.value(state, coverage[state]);
    }

    long level1() {
        return level1;
    }

    long level2() {
        return level2;
    }

    /** Pairs that have other parts than in the plan last put forward, beside pinned rows and pairs no longer possible. */
    long rowsChanged() {
        return rowsChanged;
    }

    HardMediumSoftLongScore score() {
        return HardMediumSoftLongScore.of(-limitsBroken, level1, level2);
    }
}
