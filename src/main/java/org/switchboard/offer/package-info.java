/** Providers and the programmes they offer. */
@NullMarked
package org.switchboard.offer;

import org.jspecify.annotations.NullMarked;
