/** Who may do what, and that nobody learns of what they may not see: over HTTP, for nine callers. */
@NullMarked
package org.switchboard.authorization;

import org.jspecify.annotations.NullMarked;
