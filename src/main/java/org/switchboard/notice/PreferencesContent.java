package org.switchboard.notice;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * When a person is told by mail as well. Null marks are off because the validator says what is missing.
 *
 * @param answers what asks for an answer within a term; at once or daily
 * @param needs what becomes of requests, needs and their circulation
 * @param proposals what becomes of proposals
 * @param deliveries what becomes of confirmed assistance
 * @param editions when an edition of the matrix is prepared and distributed
 */
@NullUnmarked
@Schema(examples = """
                {"answers": "AT_ONCE", "needs": "DAILY", "proposals": "DAILY", "deliveries": "NONE",
                 "editions": "AT_ONCE"}""")
public record PreferencesContent(
        @NotNull Timing answers,
        @NotNull Timing needs,
        @NotNull Timing proposals,
        @NotNull Timing deliveries,
        @NotNull Timing editions) {

    static PreferencesContent of(PreferencesEntity chosen) {
        return new PreferencesContent(
                chosen.answers, chosen.needs, chosen.proposals, chosen.deliveries, chosen.editions);
    }

    /** @throws Refusal.RulesBroken if no mail would go about what asks for an answer within a term */
    void requireMandatory() {
        if (answers == Timing.NONE) {
            throw new Refusal.RulesBroken(List.of(new Violation(
                    "/answers", "Mandatory", "cannot be NONE: silence has consequences; choose AT_ONCE or DAILY")));
        }
    }

    void writeTo(PreferencesEntity chosen) {
        chosen.answers = answers;
        chosen.needs = needs;
        chosen.proposals = proposals;
        chosen.deliveries = deliveries;
        chosen.editions = editions;
    }
}
