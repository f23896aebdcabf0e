/** What the engine is measured beside. Peers use the engine's problem and its files, and nothing of its search. */
package org.switchboard.bench.peer;
