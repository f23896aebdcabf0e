package org.switchboard.matching.engine.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.PlanRow;

class CandidatesTest {

    private final Random random = new Random(17);

    @Test
    void areExactlyThePairsThatKeepEveryRule() {
        List<NeedTerms> needs =
                IntStream.range(0, 150).mapToObj(i -> randomNeed()).toList();
        List<OfferTerms> offers =
                IntStream.range(0, 60).mapToObj(j -> randomOffer()).toList();
        Candidates candidates = new Candidates(needs, offers, Policy.DEFAULT, PastWork.NONE);

        CandidateTable table = candidates.find(List.of());

        assertTrue(table.size() > 100, () -> "only " + table.size());
        for (int i = 0; i < needs.size(); i++) {
            for (int j = 0; j < offers.size(); j++) {
                int index = table.find(i, j);
                assertEquals(candidates.rulesBroken(i, j).isEmpty(), index >= 0);
                if (index >= 0) {
                    assertEquals(candidates.fit(i, j).points(), table.fit(index));
                }
            }
        }
    }

    @Test
    void pinnedPairsStayWhateverTheRulesSayByNow() {
        Terms.Offer closed = Terms.offer();
        closed.active = false;
        closed.themes = Ids.of(99);
        Candidates candidates = new Candidates(
                List.of(Terms.need().terms()),
                List.of(Terms.offer().terms(), closed.terms()),
                Policy.DEFAULT,
                PastWork.NONE);

        assertEquals(1, candidates.find(List.of()).size());
        assertEquals(2, candidates.find(List.of(new PlanRow(0, 1, 1))).size());
        assertEquals(Set.of(CandidateRule.OFFER_ACTIVE, CandidateRule.THEME_COVERED), candidates.rulesBroken(0, 1));
        assertThrows(InvalidProblemException.class, () -> candidates.find(List.of(new PlanRow(0, 2, 1))));
    }

    @Test
    void ofNothingAreNone() {
        assertEquals(
                0,
                new Candidates(List.of(), List.of(), Policy.DEFAULT, PastWork.NONE)
                        .find(List.of())
                        .size());
    }

    private NeedTerms randomNeed() {
        Terms.Need need = Terms.need();
        need.state = random.nextInt(5);
        need.regions = someOf(10, 13);
        need.theme = 20 + random.nextInt(3);
        need.subTheme = random.nextBoolean() ? Integer.valueOf(23 + random.nextInt(3)) : null;
        need.kind = 30 + random.nextInt(3);
        need.languages = someOf(50, 53);
        need.from = Terms.START.plusDays(random.nextInt(50));
        need.to = need.from.plusDays(random.nextInt(50));
        need.blocked = someOf(60, 62);
        need.open = random.nextInt(8) > 0;
        need.release = random.nextInt(3) > 0 ? new Release.ToAnyProvider() : new Release.ToProviders(someOf(60, 66));
        need.dueDiligence = random.nextInt(6) == 0;
        need.findings = someOf(60, 66);
        return need.terms();
    }

    private OfferTerms randomOffer() {
        Terms.Offer offer = Terms.offer();
        offer.provider = 60 + random.nextInt(6);
        offer.themes = someOf(20, 26);
        offer.kinds = someOf(30, 33);
        offer.regions = someOf(10, 13);
        offer.states = someOf(0, 5);
        offer.excluded = random.nextInt(4) == 0 ? someOf(0, 5) : Ids.none();
        offer.languages = someOf(50, 53);
        offer.from = Terms.START.plusDays(random.nextInt(60));
        offer.to = offer.from.plusDays(random.nextInt(60));
        offer.floor = random.nextInt(200);
        offer.ceiling = 100 + random.nextInt(400);
        offer.active = random.nextInt(8) > 0;
        offer.dueDiligence = random.nextInt(6) == 0;
        return offer.terms();
    }

    private Ids someOf(int from, int end) {
        List<Integer> ids = new ArrayList<>();
        for (int id = from; id < end; id++) {
            if (random.nextInt(3) == 0) {
                ids.add(id);
            }
        }
        return Ids.of(ids);
    }
}
