package org.switchboard.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::7, 20010db800010002",
        "2001:db8:1:2:aaaa:bbbb:cccc:dddd, 20010db800010002",
        "2001:db8:1:3::7, 20010db800010003",
        "::1, ::1",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "not.an.address, not.an.address"
    })
    void networkOfASubscriberCountsAsOne(String host, String caller) {
        assertEquals(caller, Networks.of(host));
    }
}
