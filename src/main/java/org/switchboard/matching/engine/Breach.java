package org.switchboard.matching.engine;

/**
 * A limit that is not kept.
 *
 * @param rule which rule
 * @param place where
 * @param found what the plan holds there: dollars, needs or parts, as the rule counts
 * @param limit what the rule allows there
 */
public record Breach(HardRule rule, Place place, long found, long limit) {}
