/** Who needs what, who offers what, what is matched and what is not. */
@NullMarked
package org.switchboard.matrix;

import org.jspecify.annotations.NullMarked;
