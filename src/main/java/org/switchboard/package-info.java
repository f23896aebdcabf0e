@NullMarked
package org.switchboard;

import org.jspecify.annotations.NullMarked;
