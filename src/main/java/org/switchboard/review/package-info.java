/** From plan to help delivered: proposals, the Committee's no-objection, consents, and what becomes of them. */
@NullMarked
package org.switchboard.review;

import org.jspecify.annotations.NullMarked;
