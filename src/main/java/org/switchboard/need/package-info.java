/** Requests of States and the needs they are made of. */
@NullMarked
package org.switchboard.need;

import org.jspecify.annotations.NullMarked;
