/** Notices: what people are told of, in the service and by mail. */
@NullMarked
package org.switchboard.notice;

import org.jspecify.annotations.NullMarked;
