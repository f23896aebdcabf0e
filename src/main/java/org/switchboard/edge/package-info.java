/** Where requests come in, before any resource: their ids, limits and headers, and what must be set for production. */
@NullMarked
package org.switchboard.edge;

import org.jspecify.annotations.NullMarked;
