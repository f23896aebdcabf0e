package org.switchboard.access.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Assignment;
import org.switchboard.access.Role;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * A role and for whom it is held, as it is written and answered.
 *
 * @param state of a focal point or of a member of the Committee, ISO 3166-1 alpha-3
 * @param provider of a provider account, its code
 */
@NullUnmarked
@Schema(name = "Assignment", examples = "{\"role\": \"FOCAL_POINT\", \"state\": \"KEN\"}")
public record AssignmentContent(
        @NotNull Role role,

        @Pattern(regexp = "[A-Z]{3}", message = "must be ISO 3166-1 alpha-3")
        String state,

        @Size(max = 40) String provider) {

    static AssignmentContent of(Assignment assignment) {
        return new AssignmentContent(assignment.role(), assignment.state(), assignment.provider());
    }

    /** In the order of the roles, then by State or provider. */
    static List<AssignmentContent> of(Collection<Assignment> assignments) {
        return assignments.stream()
                .map(AssignmentContent::of)
                .sorted(Comparator.comparing(AssignmentContent::role)
                        .thenComparing(content -> content.state + content.provider))
                .toList();
    }

    /** @throws Refusal.RulesBroken where a role lacks its State or provider, or has one that it cannot have */
    static Set<Assignment> read(List<AssignmentContent> written) {
        Set<Assignment> assignments = new LinkedHashSet<>();
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            AssignmentContent content = written.get(i);
            try {
                assignments.add(new Assignment(content.role, content.state, content.provider));
            } catch (IllegalArgumentException e) {
                broken.add(new Violation("/assignments/" + i, "RoleComplete", content.wanted()));
            }
        }
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
        return assignments;
    }

    private String wanted() {
        return switch (role) {
            case FOCAL_POINT, COMMITTEE -> "must name a State and no provider";
            case PROVIDER -> "must name a provider and no State";
            case EXPERT, ADMINISTRATOR -> "must name neither a State nor a provider";
        };
    }
}
