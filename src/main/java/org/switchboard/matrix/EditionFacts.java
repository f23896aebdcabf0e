package org.switchboard.matrix;

import java.util.UUID;
import org.switchboard.access.Audience;

/** What is known of a text of an edition without reading it. */
record EditionFacts(UUID edition, Audience audience, String sha256, int needs, int offers, int matches) {}
