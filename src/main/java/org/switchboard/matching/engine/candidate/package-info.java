/**
 * From the terms of needs and offers to candidates: which offers may serve which need, by named rules, and how well they
 * fit, by named parts under a stored policy.
 */
@NullMarked
package org.switchboard.matching.engine.candidate;

import org.jspecify.annotations.NullMarked;
