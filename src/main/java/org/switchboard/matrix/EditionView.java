package org.switchboard.matrix;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Audience;

/**
 * An edition of the matrix, as a reader of one audience gets it.
 *
 * @param number under which it is found; null if it was withdrawn
 * @param asOf the moment at which all that it says was so
 * @param distributedAt null if it was not
 * @param audience for whom the text is that this reader gets
 * @param sha256 of that text, in hexadecimal digits: whoever kept it can tell that it is still the same
 * @param needs how many it lists
 * @param offers likewise
 * @param matches likewise, pairs of need and offer
 * @param sample whether items of the generated sample are in it
 */
@Schema(name = "Edition", examples = """
                {"number": 1, "version": 1, "status": "DISTRIBUTED", "asOf": "2026-12-01T06:00:00Z",
                 "distributedAt": "2026-12-02T15:20:00Z", "audience": "PUBLIC",
                 "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "needs": 212, "offers": 40,
                 "matches": 18, "sample": false}""")
public record EditionView(
        @Nullable Integer number,
        int version,
        EditionStatus status,
        Instant asOf,
        @Nullable Instant distributedAt,
        Audience audience,
        String sha256,
        int needs,
        int offers,
        int matches,
        boolean sample) {

    static EditionView of(EditionEntity edition, EditionFacts facts) {
        return new EditionView(
                edition.number,
                edition.version,
                edition.status,
                edition.asOf,
                edition.status == EditionStatus.DISTRIBUTED ? edition.endedAt : null,
                facts.audience(),
                facts.sha256(),
                facts.needs(),
                facts.offers(),
                facts.matches(),
                edition.sample);
    }
}
