/** States, regions, themes, kinds, stages and instruments, with their names in six languages. Public and read-only. */
@NullMarked
package org.switchboard.reference;

import org.jspecify.annotations.NullMarked;
