package org.switchboard.reference;

/** A kind of assistance. */
public record Kind(String code, Names names) implements Named {}
