package org.switchboard.need;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A need that may be the same as another of its State.
 *
 * @param likeness of titles or of objectives, whichever are more alike: from 0 to 1, in hundredths
 * @param ended whether nobody looks for help for it any more
 * @param helpGiven whether help was delivered for it
 */
@Schema(examples = """
                {"id": "5b0a2b7e-6c1d-4d53-9d0f-3c1c0e2f9a10", "reference": "2025/FIU-3", "theme": "FIN",
                 "kind": "TRAINING", "title": "Training of financial analysts", "status": "DELIVERED", "likeness": 0.71,
                 "ended": true, "helpGiven": true}""")
public record SimilarNeed(
        UUID id,
        String reference,
        String theme,
        String kind,
        String title,
        NeedStatus status,
        double likeness,
        boolean ended,
        boolean helpGiven) {

    static SimilarNeed of(NeedEntity need, double likeness) {
        boolean helpGiven = need.status == NeedStatus.DELIVERED || need.status == NeedStatus.CLOSED;
        return new SimilarNeed(
                need.id,
                need.reference,
                need.theme,
                need.kind,
                need.title,
                need.status,
                Math.round(likeness * 100) / 100.0,
                helpGiven || need.status == NeedStatus.WITHDRAWN,
                helpGiven);
    }
}
