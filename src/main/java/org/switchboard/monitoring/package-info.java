/** What was done in a period: figures for the Committee's report, and the minutes of its decisions and everybody else's. */
@NullMarked
package org.switchboard.monitoring;

import org.jspecify.annotations.NullMarked;
