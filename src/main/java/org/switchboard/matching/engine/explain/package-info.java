/**
 * Why a plan is as it is: what each match adds and which offers came close, why a need is left unmet and what would have to
 * give, which smallest changes would admit an offer, and what more money would be worth where. It reads a plan and the prices
 * that prove its bound; it names nobody, and finds out by search only what it says to have found so.
 */
@NullMarked
package org.switchboard.matching.engine.explain;

import org.jspecify.annotations.NullMarked;
