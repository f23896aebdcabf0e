/** The command words of the one runnable jar. */
@NullMarked
package org.switchboard.cli;

import org.jspecify.annotations.NullMarked;
