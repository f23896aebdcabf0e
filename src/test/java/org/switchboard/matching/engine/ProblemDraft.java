package org.switchboard.matching.engine;

import java.util.ArrayList;
import java.util.List;

/** A problem in the making, for tests: what a test does not say is generous and does not bind. */
public final class ProblemDraft {

    public static final long PLENTY = 1_000_000;

    private final List<State> states = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<PlanRow> previous = new ArrayList<>();
    private final List<PlanRow> pinned = new ArrayList<>();
    private int periods = 4;
    private long fragPenalty = 40;
    private long changePenalty = 20;

    public ProblemDraft periods(int count) {
        periods = count;
        return this;
    }

    public ProblemDraft penalties(long frag, long change) {
        fragPenalty = frag;
        changePenalty = change;
        return this;
    }

    public ProblemDraft state() {
        return state(100, 1_000, 2_000);
    }

    public ProblemDraft state(int absorption, long b1, long b2) {
        states.add(new State(0, absorption, b1, b2));
        return this;
    }

    /** A need of State 0 in all of the first two periods. */
    public ProblemDraft need(long cost, int parts, long weight, boolean partialOk) {
        return need(0, cost, parts, weight, 0, 1, partialOk);
    }

    public ProblemDraft need(int state, long cost, int parts, long weight, int from, int to, boolean partialOk) {
        needs.add(new Need(state, 1, 'A', 2, cost, parts, weight, Ids.of(0), from, to, partialOk, Ids.none()));
        return this;
    }

    public ProblemDraft offer() {
        return offer(PLENTY, 0, PLENTY, 100, PLENTY);
    }

    public ProblemDraft offer(long budget, long floor, long ceiling, int maxNeeds, long perStateCap) {
        offers.add(new Offer(
                7,
                Ids.of(1),
                Ids.of(2),
                Ids.of(0),
                budget,
                floor,
                ceiling,
                maxNeeds,
                perStateCap,
                Ids.of(0),
                0,
                periods - 1));
        return this;
    }

    public ProblemDraft candidate(int need, int offer, int fit) {
        candidates.add(new Candidate(need, offer, fit));
        return this;
    }

    /** Every offer may serve every need, with this fit. */
    public ProblemDraft allCandidates(int fit) {
        for (int i = 0; i < needs.size(); i++) {
            for (int j = 0; j < offers.size(); j++) {
                candidate(i, j, fit);
            }
        }
        return this;
    }

    public ProblemDraft previous(int need, int offer, int parts) {
        previous.add(new PlanRow(need, offer, parts));
        return this;
    }

    public ProblemDraft pinned(int need, int offer, int parts) {
        pinned.add(new PlanRow(need, offer, parts));
        return this;
    }

    public Problem build() {
        CandidateTable.Builder table = new CandidateTable.Builder(needs.size(), offers.size());
        candidates.forEach(candidate -> table.add(candidate.need(), candidate.offer(), candidate.fit()));
        return new Problem(
                periods,
                new Slopes(10, 6, 3),
                fragPenalty,
                changePenalty,
                states,
                needs,
                offers,
                table.build(),
                previous,
                pinned);
    }
}
