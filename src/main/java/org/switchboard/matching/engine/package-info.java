/**
 * The pure core of matching: what a problem is, which rules a plan must keep and how good it is.
 *
 * <p>Nothing here knows of storage, HTTP, configuration or the clock. Sub-packages find candidates, read and write
 * the exchange format {@code assist-match/1}, and search for plans; they import this package and it imports none of them.
 */
@NullMarked
package org.switchboard.matching.engine;

import org.jspecify.annotations.NullMarked;
