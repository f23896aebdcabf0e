package org.switchboard.matching.engine.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.InvalidProblemException;

/** Each part of a fit rises and falls with what it is named after, and with nothing else. */
class FitTest {

    private static final FitWeights TWENTY_EACH = new FitWeights(20, 20, 20, 20, 20);

    private final Terms.Need need = Terms.need();
    private final Terms.Offer offer = Terms.offer();
    private double rating;

    @Test
    void languagesCountAsAShareOfTheNeedsOwn() {
        assertEquals(20, points(FitCriterion.LANGUAGES));
        offer.languages = Ids.of(50, 58, 59);
        assertEquals(10, points(FitCriterion.LANGUAGES));
        need.languages = Ids.of(50);
        assertEquals(20, points(FitCriterion.LANGUAGES));
    }

    @Test
    void thePeriodCountsAsAShareOfTheNeedsDays() {
        assertEquals(20, points(FitCriterion.PERIOD));
        offer.to = need.from.plusDays(49);
        assertEquals(10, points(FitCriterion.PERIOD));
        offer.from = need.from.minusDays(100);
        assertEquals(10, points(FitCriterion.PERIOD));
        offer.to = need.from;
        assertEquals(0, points(FitCriterion.PERIOD), "one day of a hundred rounds to nothing");
    }

    @Test
    void namingFewThemesAndPlacesIsMoreSpecific() {
        offer.themes = Ids.none();
        offer.regions = Ids.none();
        assertEquals(0, points(FitCriterion.SPECIFICITY));
        offer.themes = Ids.of(20, 21);
        assertEquals(5, points(FitCriterion.SPECIFICITY));
        offer.themes = Ids.of(20);
        assertEquals(10, points(FitCriterion.SPECIFICITY));
        need.subTheme = 21;
        assertEquals(5, points(FitCriterion.SPECIFICITY), "the wider theme is less specific than the part asked for");
        offer.themes = Ids.of(21);
        offer.regions = Ids.of(10, 12, 13);
        assertEquals(13, points(FitCriterion.SPECIFICITY));
        offer.regions = Ids.of(10);
        assertEquals(15, points(FitCriterion.SPECIFICITY));
        offer.states = Ids.of(1, 2);
        assertEquals(20, points(FitCriterion.SPECIFICITY));
    }

    @Test
    void pastWorkCountsAsBothSidesRatedIt() {
        assertEquals(0, points(FitCriterion.PAST_WORK));
        rating = 0.5;
        assertEquals(10, points(FitCriterion.PAST_WORK));
        rating = 1;
        assertEquals(20, points(FitCriterion.PAST_WORK));
        rating = 1.01;
        assertThrows(InvalidProblemException.class, () -> points(FitCriterion.PAST_WORK));
        rating = Double.NaN;
        assertThrows(InvalidProblemException.class, () -> points(FitCriterion.PAST_WORK));
    }

    @Test
    void aPreferredStageCountsAndAnotherDoesNot() {
        assertEquals(20, points(FitCriterion.STAGE));
        offer.preferred = Ids.of(41);
        assertEquals(0, points(FitCriterion.STAGE));
        offer.preferred = Ids.of(40, 41);
        assertEquals(20, points(FitCriterion.STAGE));
    }

    @Test
    void thePartsSumToTheFitUnderAnyWeights() {
        rating = 0.7;
        offer.languages = Ids.of(50);
        for (FitWeights weights :
                new FitWeights[] {TWENTY_EACH, FitWeights.DEFAULT, new FitWeights(33, 17, 29, 21, 0)}) {
            Fit fit = Fit.of(need.terms(), offer.terms(), weights, (provider, state) -> rating);

            assertEquals(FitCriterion.values().length, fit.parts().size());
            assertEquals(fit.parts().stream().mapToInt(FitPart::points).sum(), fit.points());
            assertEquals(100, fit.parts().stream().mapToInt(FitPart::of).sum());
            assertEquals(fit.points(), Fit.points(need.terms(), offer.terms(), weights, (provider, state) -> rating));
        }
    }

    @Test
    void everyPartInFullIsAHundred() {
        rating = 1;
        offer.states = Ids.of(1);

        assertEquals(
                100,
                Fit.of(need.terms(), offer.terms(), FitWeights.DEFAULT, (provider, state) -> rating)
                        .points());
    }

    @Test
    void weightsSumToAHundred() {
        assertThrows(InvalidProblemException.class, () -> new FitWeights(20, 20, 20, 20, 19));
        assertThrows(InvalidProblemException.class, () -> new FitWeights(120, -20, 0, 0, 0));
    }

    private int points(FitCriterion criterion) {
        return Fit.of(need.terms(), offer.terms(), TWENTY_EACH, (provider, state) -> rating).parts().stream()
                .filter(part -> part.criterion() == criterion)
                .mapToInt(FitPart::points)
                .sum();
    }
}
