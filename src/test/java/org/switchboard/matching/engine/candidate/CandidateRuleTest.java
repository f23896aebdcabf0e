package org.switchboard.matching.engine.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.InvalidProblemException;

/** Every rule kept, broken alone, on its border and with what it reads left empty. */
class CandidateRuleTest {

    private final Terms.Need need = Terms.need();
    private final Terms.Offer offer = Terms.offer();

    @Test
    void themeIsCovered() {
        assertKept();
        offer.themes = Ids.of(21);
        assertOnlyBroken(CandidateRule.THEME_COVERED);
        need.subTheme = 21;
        assertKept();
        offer.themes = Ids.of(20);
        assertKept();
        offer.themes = Ids.of(22);
        assertOnlyBroken(CandidateRule.THEME_COVERED);
        offer.themes = Ids.none();
        assertKept();
    }

    @Test
    void kindIsCovered() {
        offer.kinds = Ids.of(31);
        assertOnlyBroken(CandidateRule.KIND_COVERED);
        offer.kinds = Ids.of(31, 30);
        assertKept();
        offer.kinds = Ids.none();
        assertKept();
    }

    @Test
    void stateIsEligibleByOneOfItsRegionsOrByItself() {
        offer.regions = Ids.of(12);
        assertOnlyBroken(CandidateRule.STATE_ELIGIBLE);
        offer.regions = Ids.of(11);
        assertKept();
        offer.regions = Ids.of(12);
        offer.states = Ids.of(1);
        assertKept();
        offer.regions = Ids.none();
        assertKept();
        offer.states = Ids.of(2);
        assertOnlyBroken(CandidateRule.STATE_ELIGIBLE);
        offer.states = Ids.none();
        assertKept();
        need.regions = Ids.none();
        assertKept();
    }

    @Test
    void aLanguageIsCommon() {
        offer.languages = Ids.of(51, 59);
        assertKept();
        offer.languages = Ids.of(59);
        assertOnlyBroken(CandidateRule.COMMON_LANGUAGE);
        offer.languages = Ids.none();
        assertOnlyBroken(CandidateRule.COMMON_LANGUAGE);
        offer.languages = Ids.of(50);
        need.languages = Ids.none();
        assertOnlyBroken(CandidateRule.COMMON_LANGUAGE);
    }

    @Test
    void periodsOverlapByOneDayAtLeast() {
        offer.from = need.to;
        offer.to = need.to.plusDays(50);
        assertKept();
        offer.from = need.to.plusDays(1);
        assertOnlyBroken(CandidateRule.PERIODS_OVERLAP);
        offer.from = need.from.minusDays(50);
        offer.to = need.from;
        assertKept();
        offer.to = need.from.minusDays(1);
        assertOnlyBroken(CandidateRule.PERIODS_OVERLAP);
    }

    @Test
    void providerIsNotBlockedByTheState() {
        need.blocked = Ids.of(61);
        assertKept();
        need.blocked = Ids.of(60, 61);
        assertOnlyBroken(CandidateRule.PROVIDER_NOT_BLOCKED);
    }

    @Test
    void stateIsNotExcludedByTheProvider() {
        offer.excluded = Ids.of(2);
        assertKept();
        offer.excluded = Ids.of(1, 2);
        assertOnlyBroken(CandidateRule.STATE_NOT_EXCLUDED);
    }

    @Test
    void offerIsActiveAndNeedIsOpen() {
        offer.active = false;
        assertOnlyBroken(CandidateRule.OFFER_ACTIVE);
        offer.active = true;
        need.open = false;
        assertOnlyBroken(CandidateRule.NEED_OPEN);
    }

    @Test
    void needIsReleasedToTheProvider() {
        need.release = new Release.ToProviders(Ids.of(60));
        assertKept();
        need.release = new Release.ToProviders(Ids.of(61));
        assertOnlyBroken(CandidateRule.RELEASED);
        need.release = new Release.ToProviders(Ids.none());
        assertOnlyBroken(CandidateRule.RELEASED);
    }

    @Test
    void someWholeNumberOfPartsFitsTheMoney() {
        offer.ceiling = 100;
        assertKept();
        offer.ceiling = 99;
        assertOnlyBroken(CandidateRule.AMOUNT_FITS);
        offer.ceiling = 1_000;
        offer.budget = 99;
        assertOnlyBroken(CandidateRule.AMOUNT_FITS);
        offer.budget = 1_000;
        offer.cap = 99;
        assertOnlyBroken(CandidateRule.AMOUNT_FITS);
        offer.cap = 1_000;
        offer.floor = 400;
        assertKept();
        offer.floor = 401;
        assertOnlyBroken(CandidateRule.AMOUNT_FITS);
        offer.floor = 201;
        offer.ceiling = 299;
        assertOnlyBroken(CandidateRule.AMOUNT_FITS);
        offer.ceiling = 300;
        assertKept();
    }

    @Test
    void dueDiligenceIsRecordedWhereEitherSideAsksForIt() {
        need.dueDiligence = true;
        assertOnlyBroken(CandidateRule.DUE_DILIGENCE_RECORDED);
        need.findings = Ids.of(61);
        assertOnlyBroken(CandidateRule.DUE_DILIGENCE_RECORDED);
        need.findings = Ids.of(60);
        assertKept();
        need.dueDiligence = false;
        offer.dueDiligence = true;
        assertKept();
        need.findings = Ids.none();
        assertOnlyBroken(CandidateRule.DUE_DILIGENCE_RECORDED);
    }

    @Test
    void everyBrokenRuleIsNamed() {
        offer.active = false;
        need.open = false;
        offer.kinds = Ids.of(31);

        assertEquals(
                Set.of(CandidateRule.OFFER_ACTIVE, CandidateRule.NEED_OPEN, CandidateRule.KIND_COVERED),
                CandidateRule.brokenBy(need.terms(), offer.terms()));
    }

    @Test
    void termsThatCannotBeAreRefused() {
        need.cost = 401;
        assertThrows(InvalidProblemException.class, need::terms);
        offer.to = offer.from.minusDays(1);
        assertThrows(InvalidProblemException.class, offer::terms);
    }

    private void assertKept() {
        assertEquals(Set.of(), CandidateRule.brokenBy(need.terms(), offer.terms()));
    }

    private void assertOnlyBroken(CandidateRule rule) {
        assertEquals(Set.of(rule), CandidateRule.brokenBy(need.terms(), offer.terms()));
    }
}
