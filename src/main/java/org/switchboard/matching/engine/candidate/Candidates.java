package org.switchboard.matching.engine.candidate;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.PlanRow;

/** Finds every candidate among needs and offers, and explains why a pair is none. */
public final class Candidates {

    private final List<NeedTerms> needs;
    private final List<OfferTerms> offers;
    private final Policy policy;
    private final PastWork pastWork;

    public Candidates(List<NeedTerms> needs, List<OfferTerms> offers, Policy policy, PastWork pastWork) {
        this.needs = List.copyOf(needs);
        this.offers = List.copyOf(offers);
        this.policy = policy;
        this.pastWork = pastWork;
    }

    /**
     * All pairs that keep every rule, with their fit, and the pinned pairs whatever the rules say by now.
     *
     * @param pinned rows that people have fixed, by places in the lists of needs and offers
     */
    public CandidateTable find(List<PlanRow> pinned) {
        Map<Integer, BitSet> pinnedOffers = offersByNeed(pinned);
        OfferIndex index = new OfferIndex(offers);
        CandidateTable.Builder table = new CandidateTable.Builder(needs.size(), offers.size());
        for (int i = 0; i < needs.size(); i++) {
            NeedTerms need = needs.get(i);
            BitSet chosen = index.worthAsking(need);
            for (int j = chosen.nextSetBit(0); j >= 0; j = chosen.nextSetBit(j + 1)) {
                chosen.set(j, CandidateRule.allHold(need, offers.get(j)));
            }
            chosen.or(pinnedOffers.getOrDefault(i, new BitSet()));
            for (int j = chosen.nextSetBit(0); j >= 0; j = chosen.nextSetBit(j + 1)) {
                table.add(i, j, Fit.points(need, offers.get(j), policy.fitWeights(), pastWork));
            }
        }
        return table.build();
    }

    private Map<Integer, BitSet> offersByNeed(List<PlanRow> pinned) {
        Map<Integer, BitSet> byNeed = new HashMap<>();
        for (PlanRow row : pinned) {
            if (row.need() < 0 || row.need() >= needs.size() || row.offer() < 0 || row.offer() >= offers.size()) {
                throw new InvalidProblemException("pinned", "unknown need or offer in " + row);
            }
            byNeed.computeIfAbsent(row.need(), unseen -> new BitSet()).set(row.offer());
        }
        return byNeed;
    }

    /** The rules that keep this offer from this need; empty for a candidate. */
    public Set<CandidateRule> rulesBroken(int need, int offer) {
        return CandidateRule.brokenBy(needs.get(need), offers.get(offer));
    }

    /** The fit of a pair in its named parts. */
    public Fit fit(int need, int offer) {
        return Fit.of(needs.get(need), offers.get(offer), policy.fitWeights(), pastWork);
    }

    /** The fit that a pair would have on terms other than its own. */
    public Fit fit(NeedTerms need, OfferTerms offer) {
        return Fit.of(need, offer, policy.fitWeights(), pastWork);
    }

    public NeedTerms need(int need) {
        return needs.get(need);
    }

    public OfferTerms offer(int offer) {
        return offers.get(offer);
    }

    public int offers() {
        return offers.size();
    }
}
