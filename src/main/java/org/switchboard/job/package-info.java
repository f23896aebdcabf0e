/** Work that is done later, or that outlives the process which began it: written with the change that asks for it. */
@NullMarked
package org.switchboard.job;

import org.jspecify.annotations.NullMarked;
