/** A verifier written from the exchange format alone. It shares no class with the engine, so that the two can differ. */
package org.switchboard.matching.engine.verification;
