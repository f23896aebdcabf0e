/** What people ask of one run beside what is stored: pins, bans, needs left alone, locked offers, other limits. */
@NullMarked
package org.switchboard.matching.engine.adjustment;

import org.jspecify.annotations.NullMarked;
