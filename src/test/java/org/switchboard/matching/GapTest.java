package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000                | 1000                | 0.00   | No plan is better, counted in level 1.
            1001                | 1000                | 0.00   | No plan is better, counted in level 1.
            0                   | 0                   | 0.00   | No plan is better, counted in level 1.
            991                 | 1000                | 0.90   | At least 99.1 % of the best possible, counted in level 1.
            990999              | 1000000             | 0.91   | At least 99.0 % of the best possible, counted in level 1.
            999999              | 1000000             | 0.01   | At least 99.9 % of the best possible, counted in level 1.
            2                   | 3                   | 33.34  | At least 66.6 % of the best possible, counted in level 1.
            0                   | 7                   | 100.00 | At least 0.0 % of the best possible, counted in level 1.
            9223372036854775806 | 9223372036854775807 | 0.01   | At least 99.9 % of the best possible, counted in level 1.
            """)
    void aPlanIsNeverSaidToBeNearerThanIsProven(long level1, long bound, BigDecimal percent, String words) {
        Gap gap = new Gap(level1, bound);

        assertEquals(percent, gap.percent());
        assertEquals(words, gap.inWords());
    }
}
