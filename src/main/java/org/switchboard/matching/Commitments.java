package org.switchboard.matching;

import java.util.List;
import java.util.UUID;
import org.switchboard.access.Reader;

/**
 * What people have already agreed, refused or recorded, and no run may disregard. Whoever keeps the proposals and what
 * became of them implements it.
 */
public interface Commitments {

    /** All that stands at this moment. */
    Standing standing(Reader reader);

    /**
     * What stands.
     *
     * @param pins matches that are put forward or agreed: every plan holds them exactly, so that the money, the places and
     *     the absorption that they use are gone for all else
     * @param bans of a provider for a need, after a refusal
     * @param previous rows of the plan last put forward
     * @param findings of human-rights due diligence on record
     * @param ratings of past work
     */
    record Standing(List<Row> pins, List<Ban> bans, List<Row> previous, List<Finding> findings, List<Rating> ratings) {

        /** Nothing agreed, refused or recorded yet. */
        public static Standing none() {
            return new Standing(List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }

    /** So many parts of a need from an offer. */
    record Row(UUID need, UUID offer, int parts) {}

    record Ban(UUID need, String provider) {}

    record Finding(UUID need, String provider) {}

    /** @param rating from 0 to 1, of this provider's past work with this State, by both sides */
    record Rating(String provider, String state, double rating) {}
}
