/**
 * Certificates on paper, and the check of what they prove. Whoever doubts a bound reads the file and this package: it
 * shares the problem and the prices with the search and no code, so that an error there cannot repeat itself here.
 */
@NullMarked
package org.switchboard.matching.engine.certificate;

import org.jspecify.annotations.NullMarked;
