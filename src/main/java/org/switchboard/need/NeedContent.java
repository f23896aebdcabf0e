package org.switchboard.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;
import org.switchboard.reference.Money;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * What a State says about one need. Where it leaves something out, the domain's default stands.
 *
 * <p>Null marks are off because the validator, not the compiler, says which parts of a body that came from outside are
 * missing; after validation only the parts without a constraint can be null.
 *
 * @param reference the State's own, unique among its needs
 * @param theme an area ({@code FIN}) or sub-area
 * @param cost as the State states it
 * @param costBasis how the cost was reckoned: quantities, prices, earlier projects
 * @param tranches in how many equal parts it can be paid: 1, 2 or 4
 * @param partialOk whether some parts without the others would help
 * @param nationalRank the State's own order among its needs, 1 first
 * @param languages in which the State can work with a provider; empty means its own working languages
 * @param from first day on which help is wanted
 * @param to last day
 * @param releasedTo codes of the providers who may see the need whatever its audience
 * @param blockedProviders codes of the providers from whom the State wants no help; seen by it and the experts alone
 * @param humanRights whether human rights are part of it, whatever its theme
 * @param gender whether gender is part of it, whatever its theme
 */
@NullUnmarked
@Schema(examples = """
                {"reference": "2026/FIU-1", "theme": "FIN", "stage": "B", "kind": "TRAINING",
                 "title": "Training of financial intelligence analysts",
                 "objective": "Analysts can trace cross-border transfers", "cost": {"amount": 240000, "currency": "USD"},
                 "tranches": 2, "partialOk": true, "priority": "HIGH", "languages": ["en"],
                 "from": "2027-01-01", "to": "2027-12-31", "audience": "PARTICIPANTS"}""")
public record NeedContent(
        @NotBlank @Size(max = 100) String reference,
        @NotBlank @Size(max = 40) String theme,

        @NotNull @Pattern(regexp = "[ABC]", message = "must be A, B or C")
        String stage,

        @NotBlank @Size(max = 40) String kind,
        @NotBlank @Size(max = 300) String title,
        @Size(max = 4000) String objective,
        @Size(max = 4000) String currentSituation,
        @Size(max = 4000) String expectedOutcome,
        @Size(max = 300) String beneficiaryInstitution,
        @Size(max = 4000) String helpReceivedOrSought,
        @NotNull @Valid Money cost,
        @Size(max = 4000) String costBasis,
        @Schema(defaultValue = "1") Integer tranches,
        @Schema(defaultValue = "false") Boolean partialOk,
        @Schema(defaultValue = "MEDIUM") Priority priority,
        @Min(1) Integer nationalRank,

        @Size(max = 20)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*",
                                message = "must be a language tag such as fr")
                        String>
                languages,

        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @Schema(defaultValue = "COMMITTEE") Audience audience,
        @Schema(defaultValue = "ANY") Matching matching,
        @Size(max = 500) List<@NotBlank @Size(max = 40) String> releasedTo,
        @Size(max = 500) List<@NotBlank @Size(max = 40) String> blockedProviders,
        @Schema(defaultValue = "false") Boolean humanRights,
        @Schema(defaultValue = "false") Boolean gender,
        @Size(max = 100) String source) {

    public NeedContent {
        tranches = tranches == null ? 1 : tranches;
        partialOk = partialOk != null && partialOk;
        priority = priority == null ? Priority.MEDIUM : priority;
        languages = distinct(languages);
        audience = audience == null ? Audience.COMMITTEE : audience;
        matching = matching == null ? Matching.ANY : matching;
        releasedTo = distinct(releasedTo);
        blockedProviders = distinct(blockedProviders);
        humanRights = humanRights != null && humanRights;
        gender = gender != null && gender;
    }

    /** The same with the State's own working languages, where it named none. */
    NeedContent speaking(@NotEmpty List<String> working) {
        return new NeedContent(
                reference,
                theme,
                stage,
                kind,
                title,
                objective,
                currentSituation,
                expectedOutcome,
                beneficiaryInstitution,
                helpReceivedOrSought,
                cost,
                costBasis,
                tranches,
                partialOk,
                priority,
                nationalRank,
                languages.isEmpty() ? working : languages,
                from,
                to,
                audience,
                matching,
                releasedTo,
                blockedProviders,
                humanRights,
                gender,
                source);
    }

    /**
     * Nothing opens up without an act of its State: others who write for it may only narrow what it said.
     *
     * @param before what the State said
     * @throws Refusal.RulesBroken if this would show the need to more people, or let more providers help
     */
    void requireNoWiderThan(NeedContent before) {
        List<Violation> broken = new ArrayList<>();
        if (audience.compareTo(before.audience) > 0) {
            broken.add(ofItsStateAlone("/audience", "shows the need to more people"));
        }
        if (matching == Matching.ANY && before.matching == Matching.RELEASED) {
            broken.add(ofItsStateAlone("/matching", "opens the need to all providers"));
        }
        if (!before.releasedTo.containsAll(releasedTo)) {
            broken.add(ofItsStateAlone("/releasedTo", "releases the need to a provider"));
        }
        if (!blockedProviders.containsAll(before.blockedProviders)) {
            broken.add(ofItsStateAlone("/blockedProviders", "lets in a provider that was blocked"));
        }
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
    }

    private static Violation ofItsStateAlone(String pointer, String what) {
        return new Violation(pointer, "OwnersAct", what + ", which only its State may do");
    }

    /** Nulls stay, so that the validator can say where they stand. */
    private static List<String> distinct(List<String> codes) {
        return codes == null ? List.of() : codes.stream().distinct().toList();
    }
}
