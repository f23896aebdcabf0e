/** Runs and plans: carries stored needs and offers into the engine and what it suggests back. */
@NullMarked
package org.switchboard.matching;

import org.jspecify.annotations.NullMarked;
