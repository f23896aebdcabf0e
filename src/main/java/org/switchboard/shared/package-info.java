/** What every feature uses and no feature owns. */
@NullMarked
package org.switchboard.shared;

import org.jspecify.annotations.NullMarked;
