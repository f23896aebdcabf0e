package org.switchboard.need;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a need does not say yet and should.
 *
 * @param complete whether nothing is missing
 */
@Schema(examples = """
                {"complete": false, "missing": [{"field": "costBasis", "words": "cost basis",
                 "why": "A cost can be met in part or in another way only by those who know what it is made of."}]}""")
public record Completeness(boolean complete, List<Missing> missing) {

    /**
     * One thing that is missing.
     *
     * @param field as it is called in the need
     * @param words its name for people
     * @param why it is asked for
     */
    @Schema(name = "MissingField", examples = """
                    {"field": "costBasis", "words": "cost basis",
                     "why": "A cost can be met in part or in another way only by those who know what it is made of."}""")
    public record Missing(String field, String words, String why) {}

    static Completeness of(List<Missing> missing) {
        return new Completeness(missing.isEmpty(), missing);
    }

    /** In one message with what the experts say to it. */
    String message(String words) {
        return complete
                ? words
                : words + "\n\nStill missing:\n"
                        + missing.stream()
                                .map(one -> "- " + one.words() + ". " + one.why())
                                .collect(Collectors.joining("\n"));
    }
}
