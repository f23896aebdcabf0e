package org.switchboard.edge;

/** The order of what every request goes through; higher comes first. The server's own places are said in between. */
final class Order {

    static final int IDS = 2000;
    static final int HEADERS = 1900;

    /** Before the server's own check, and before 300, where other origins are let in or not. */
    static final int BODIES = 1000;

    /** After 200, where it is known who asks, and before 100, where it is asked whether they may. */
    static final int RATES = 120;

    /** After the server has set its own limit for a body that does not say its length, which it does at 2. */
    static final int BODIES_WITHOUT_LENGTH = 1;

    private Order() {}
}
