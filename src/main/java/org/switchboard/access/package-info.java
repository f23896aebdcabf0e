/** Who is asking, and what they may see. */
@NullMarked
package org.switchboard.access;

import org.jspecify.annotations.NullMarked;
