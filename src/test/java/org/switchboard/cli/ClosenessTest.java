package org.switchboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClosenessTest {

    @Test
    void isNeverRoundedInFavourOfThePlan() {
        assertEquals("at least 99.9 % of the best possible", new Closeness(99_999, 100_000).inWords());
        assertEquals("0.01", new Closeness(99_999, 100_000).gapPercent().toString());
        assertEquals("at least 33.3 % of the best possible", new Closeness(1, 3).inWords());
        assertEquals("66.67", new Closeness(1, 3).gapPercent().toString());
    }

    @Test
    void aBoundThatIsReachedLeavesNoGap() {
        assertEquals("the best possible", new Closeness(7, 7).inWords());
        assertEquals("0.00", new Closeness(7, 7).gapPercent().toString());
        assertEquals("the best possible", new Closeness(0, 0).inWords());
    }

    @Test
    void theLargestNumbersAreExactToo() {
        assertEquals(
                "at least 49.9 % of the best possible", new Closeness(Long.MAX_VALUE / 2, Long.MAX_VALUE).inWords());
    }
}
