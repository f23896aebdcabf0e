package org.switchboard.need;

import java.util.List;

/**
 * A request as it was received.
 *
 * @param needs those that were submitted
 */
record ReceivedRequest(RequestView request, List<NeedView> needs) {}
