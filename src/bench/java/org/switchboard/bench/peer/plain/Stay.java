package org.switchboard.bench.peer.plain;

/** A need is being served in a State in a period. */
public record Stay(Recipient recipient, int period) {}
