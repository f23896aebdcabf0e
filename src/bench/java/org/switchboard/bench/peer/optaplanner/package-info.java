/** The plain model in OptaPlanner's words. */
package org.switchboard.bench.peer.optaplanner;
