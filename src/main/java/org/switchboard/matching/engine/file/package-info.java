/** Reading and writing of the exchange format {@code assist-match/1}: problem files and plan files. */
@NullMarked
package org.switchboard.matching.engine.file;

import org.jspecify.annotations.NullMarked;
