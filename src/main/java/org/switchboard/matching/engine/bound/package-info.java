/**
 * How good any plan could be at most: prices on the limits, the relaxation they belong to, and the bound on level 1 that
 * they prove. The search takes its guidance from the same prices.
 */
@NullMarked
package org.switchboard.matching.engine.bound;

import org.jspecify.annotations.NullMarked;
