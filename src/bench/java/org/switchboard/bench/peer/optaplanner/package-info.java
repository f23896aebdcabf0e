/**
 * The plain model in OptaPlanner's words.
 *
 * <p>It differs from Timefold's by annotations and imports alone, and stands here twice all the same: each library reads only
 * annotations and constraints of its own types, and a bridge between them would be measured with what it bridges.
 */
package org.switchboard.bench.peer.optaplanner;
