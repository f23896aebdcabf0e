/** What every feature uses: refusals and their problem documents, paging, idempotency, the clock, the record of changes, CSV. */
@NullMarked
package org.switchboard.shared;

import org.jspecify.annotations.NullMarked;
