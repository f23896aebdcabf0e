package org.switchboard.matching.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be matched, in the terms of the exchange format {@code assist-match/1}. States, needs and offers are known
 * by their index alone. The order of needs and of offers is the order of receipt: it breaks ties and does nothing else.
 *
 * <p>Everything that can be wrong is refused here, with an {@link InvalidProblemException} that names the place; so are
 * numbers so large that a sum of the objective or of money could leave the range of {@code long}.
 *
 * @param periods into which time is cut; needs and offers speak of periods 0 to periods - 1
 * @param slopes value of a weighted quarter in the three bands of a State
 * @param fragPenalty charge on level 2 for every further provider of one need
 * @param changePenalty charge on level 2 for every quarter that no longer comes from the offer it was put forward with
 * @param candidates the only pairs a plan may hold
 * @param previous rows of the plan last put forward; they need not be candidates any more
 * @param pinned rows that people have fixed: every plan holds each exactly as it stands
 */
public record Problem(
        int periods,
        Slopes slopes,
        long fragPenalty,
        long changePenalty,
        List<State> states,
        List<Need> needs,
        List<Offer> offers,
        CandidateTable candidates,
        List<PlanRow> previous,
        List<PlanRow> pinned) {

    /** Above this the running sums per offer and State would no longer fit an array. */
    private static final long MOST_OFFERS_TIMES_STATES = 200_000_000;

    /** Half-years of five centuries: time enough, and a window of periods can be walked through. */
    private static final int MOST_PERIODS = 1_000;

    public Problem {
        states = List.copyOf(states);
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
        previous = List.copyOf(previous);
        pinned = List.copyOf(pinned);
        InvalidProblemException.unless(
                periods > 0 && periods <= MOST_PERIODS, "periods", "must be 1 to " + MOST_PERIODS + ", is " + periods);
        InvalidProblemException.unlessNotNegative(fragPenalty, "fragPenalty");
        InvalidProblemException.unlessNotNegative(changePenalty, "changePenalty");
        InvalidProblemException.unless(
                (long) offers.size() * states.size() <= MOST_OFFERS_TIMES_STATES,
                "offers",
                offers.size() + " offers times " + states.size() + " States are more than can be kept count of");
        InvalidProblemException.unless(
                candidates.needs() == needs.size(), "candidates", "are made for another number of needs");
        checkNeeds(needs, states.size(), periods);
        checkOffers(offers, periods);
        checkRows("previous", previous, needs, offers.size());
        checkRows("pinned", pinned, needs, offers.size());
        checkPinsAreCandidates(pinned, candidates);
        new Magnitudes(needs, offers, pinned)
                .check(slopes, fragPenalty, changePenalty, candidates.size(), previous.size());
    }

    private static void checkNeeds(List<Need> needs, int states, int periods) {
        for (int i = 0; i < needs.size(); i++) {
            Need need = needs.get(i);
            String place = "needs[" + i + "]";
            InvalidProblemException.unless(need.state() < states, place + ".state", "unknown State " + need.state());
            InvalidProblemException.unless(
                    need.to() < periods, place + ".to", "period " + need.to() + " is after the last, " + (periods - 1));
        }
    }

    /** The same, with other offers and what goes with them. */
    public Problem with(List<Offer> otherOffers, CandidateTable otherCandidates, List<PlanRow> otherPinned) {
        return new Problem(
                periods,
                slopes,
                fragPenalty,
                changePenalty,
                states,
                needs,
                otherOffers,
                otherCandidates,
                previous,
                otherPinned);
    }

    private static void checkOffers(List<Offer> offers, int periods) {
        for (int j = 0; j < offers.size(); j++) {
            int to = offers.get(j).to();
            InvalidProblemException.unless(
                    to < periods, "offers[" + j + "].to", "period " + to + " is after the last, " + (periods - 1));
        }
    }

    private static void checkRows(String array, List<PlanRow> rows, List<Need> needs, int offers) {
        Set<Place> seen = new HashSet<>();
        for (int r = 0; r < rows.size(); r++) {
            PlanRow row = rows.get(r);
            String place = array + "[" + r + "]";
            InvalidProblemException.unless(
                    row.need() >= 0 && row.need() < needs.size(), place, "unknown need " + row.need());
            InvalidProblemException.unless(
                    row.offer() >= 0 && row.offer() < offers, place, "unknown offer " + row.offer());
            int parts = needs.get(row.need()).parts();
            InvalidProblemException.unless(
                    row.parts() >= 1 && row.parts() <= parts,
                    place,
                    "parts must be 1 to " + parts + ", are " + row.parts());
            InvalidProblemException.unless(
                    seen.add(row.place()),
                    place,
                    "need " + row.need() + " and offer " + row.offer() + " are listed twice");
        }
    }

    private static void checkPinsAreCandidates(List<PlanRow> pinned, CandidateTable candidates) {
        for (int r = 0; r < pinned.size(); r++) {
            PlanRow row = pinned.get(r);
            InvalidProblemException.unless(
                    candidates.find(row.need(), row.offer()) >= 0,
                    "pinned[" + r + "]",
                    "need " + row.need() + " and offer " + row.offer() + " are not a candidate");
        }
    }
}
