/** The generated sample with which a new service shows what it does. */
@NullMarked
package org.switchboard.sample;

import org.jspecify.annotations.NullMarked;
