package org.switchboard.need;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * What the experts find about a need: its priority, its stage, or both. What is left out stays as it was. Null marks are off for
 * the reason given at {@link NeedContent}.
 *
 * @param priority by which it is weighed; until then the priority that its State gives counts as medium at the most
 * @param stage recorded beside the one that its State gives
 * @param reason kept in the record of changes
 */
@NullUnmarked
@Schema(examples = """
                {"priority": "HIGH", "stage": "B", "reason": "Recommended by the report of the country visit."}""")
public record Verification(
        Priority priority,

        @Pattern(regexp = "[ABC]", message = "must be A, B or C")
        String stage,

        @NotBlank @Size(max = 2000) String reason) {

    /** @throws Refusal.RulesBroken if nothing was found */
    void requireFinding() {
        if (priority == null && stage == null) {
            throw new Refusal.RulesBroken(
                    List.of(new Violation("/priority", "Finding", "or stage must be there: what was found?")));
        }
    }
}
