/** The plain model in Timefold's words. */
package org.switchboard.bench.peer.timefold;
