package org.switchboard.reference;

/**
 * A stage of a State's work: A legislation, B executive machinery, C cooperation. A tool, never a barrier.
 *
 * @param position from 1, the usual order
 * @param definition what the stage is about
 */
public record Stage(String code, int position, Names names, Names definition) implements Named {}
