package org.switchboard.matching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            991                 | 1000                | 0.90   | 99.1
            990999              | 1000000             | 0.91   | 99.0
            99199               | 100000              | 0.81   | 99.1
            99999               | 100000              | 0.01   | 99.9
            999999              | 1000000             | 0.01   | 99.9
            1                   | 3                   | 66.67  | 33.3
            2                   | 3                   | 33.34  | 66.6
            1                   | 1000000             | 100.00 | 0.0
            0                   | 7                   | 100.00 | 0.0
            999999999999999998  | 999999999999999999  | 0.01   | 99.9
            4611686018427387903 | 9223372036854775807 | 50.01  | 49.9
            9223372036854775806 | 9223372036854775807 | 0.01   | 99.9
            """)
    void aPlanIsNeverSaidToBeCloserThanIsProven(long level1, long bound, BigDecimal gap, BigDecimal share) {
        Closeness closeness = new Closeness(level1, bound);

        assertEquals(gap, closeness.gapPercent());
        assertEquals(share, closeness.sharePercent());
        assertEquals("at least " + share + " % of the best possible", closeness.inWords());
        assertEquals("At least " + share + " % of the best possible, counted in level 1.", closeness.inASentence());
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1001, 1000", "7, 7", "0, 0"})
    void aBoundThatIsReachedLeavesNoGap(long level1, long bound) {
        Closeness closeness = new Closeness(level1, bound);

        assertEquals("0.00", closeness.gapPercent().toString());
        assertEquals("100.0", closeness.sharePercent().toString());
        assertEquals("the best possible", closeness.inWords());
        assertEquals("The best possible, counted in level 1.", closeness.inASentence());
    }
}
