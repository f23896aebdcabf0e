/** What the plain models of OptaPlanner and of Timefold have in common: all but the annotations and the constraints. */
package org.switchboard.bench.peer.plain;
