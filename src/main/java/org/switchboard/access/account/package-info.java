/** Accounts, and the ways in which a caller proves to be one: sessions and tokens. */
@NullMarked
package org.switchboard.access.account;

import org.jspecify.annotations.NullMarked;
