/**
 * The search for a good plan, hosted in OptaPlanner: one planning entity per need, whose variable is a pattern of
 * offers that already keeps every rule of the need and of each match. {@link
 * org.switchboard.matching.engine.search.Matching} is the face; the rest is its inside.
 */
@NullMarked
package org.switchboard.matching.engine.search;

import org.jspecify.annotations.NullMarked;
