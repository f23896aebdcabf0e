package org.switchboard.matching.engine.explain;

import org.switchboard.matching.engine.Place;

/**
 * A limit that the plan leaves too little of.
 *
 * @param needed dollars, needs or places, as the limit counts; for a floor what would be given
 * @param left what the plan leaves; for floor and ceiling the limit itself
 * @param price points of level 1 that one dollar, need or place is worth; zero for floor and ceiling, which nobody pays for
 */
public record Obstacle(Limit limit, Place place, long needed, long left, double price) {

    long shortage() {
        return needed - left;
    }
}
