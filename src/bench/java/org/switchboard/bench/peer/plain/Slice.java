package org.switchboard.bench.peer.plain;

import java.util.List;

/**
 * What a portion is made of.
 *
 * @param number tells it from all others
 * @param choices the candidates of the need that may pay this much at once
 */
public record Slice(int number, Demand demand, int parts, List<Funder> choices) {}
