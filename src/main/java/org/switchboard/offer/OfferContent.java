package org.switchboard.offer;

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
import org.switchboard.shared.Contact;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * What a provider says about one programme. An empty list of themes, kinds or stages means any; empty regions and States
 * together mean any State. Null marks are off for the reason given at {@link ProviderContent}.
 *
 * @param reference the provider's own, unique among its offers
 * @param criteria for being helped, in the provider's words
 * @param stages that the programme prefers; others are not shut out
 * @param regions M49 codes of regions, sub-regions or intermediate regions whose States are eligible
 * @param states ISO 3166-1 alpha-3 of further eligible States
 * @param excludedStates not eligible all the same; seen by the provider and the experts alone
 * @param maxNeeds how many needs it can serve
 * @param dueDiligenceRequired whether a human-rights finding must be on record before a match on it is put forward
 */
@NullUnmarked
@Schema(examples = """
                {"reference": "LAF-2027-1", "title": "Counter-financing training, Eastern Africa",
                 "themes": ["FIN"], "kinds": ["TRAINING", "MENTORING"], "regions": ["014"],
                 "money": {"currency": "USD", "budget": 2000000, "floor": 20000, "ceiling": 500000},
                 "maxNeeds": 12, "languages": ["en", "fr"], "from": "2027-01-01", "to": "2028-12-31"}""")
public record OfferContent(
        @NotBlank @Size(max = 100) String reference,
        @NotBlank @Size(max = 300) String title,
        @Size(max = 4000) String criteria,
        @Valid Contact contact,
        @Schema(defaultValue = "EXISTING") Programme programme,
        @Schema(defaultValue = "FUNDED") Standing standing,
        @Schema(defaultValue = "DIRECT") Funding funding,
        @Size(max = 200) List<@NotBlank String> themes,
        @Size(max = 50) List<@NotBlank String> kinds,
        @Size(max = 3) List<@NotBlank String> stages,
        @Size(max = 50) List<@NotBlank String> regions,
        @Size(max = 250) List<@NotBlank String> states,
        @Size(max = 250) List<@NotBlank String> excludedStates,
        @NotNull @Valid OfferMoney money,

        @Min(1) @Schema(description = "Left out: as many as the money allows")
        Integer maxNeeds,

        @NotEmpty @Size(max = 20)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*",
                                message = "must be a language tag such as fr")
                        String>
                languages,

        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @Schema(defaultValue = "false") Boolean dueDiligenceRequired,
        @Schema(defaultValue = "PARTICIPANTS") Audience audience) {

    /** What stands for "as many as the money allows". */
    private static final int UNLIMITED_NEEDS = 1_000_000;

    public OfferContent {
        programme = programme == null ? Programme.EXISTING : programme;
        standing = standing == null ? Standing.FUNDED : standing;
        funding = funding == null ? Funding.DIRECT : funding;
        themes = distinct(themes);
        kinds = distinct(kinds);
        stages = distinct(stages);
        regions = distinct(regions);
        states = distinct(states);
        excludedStates = distinct(excludedStates);
        maxNeeds = maxNeeds == null ? UNLIMITED_NEEDS : maxNeeds;
        languages = distinct(languages);
        dueDiligenceRequired = dueDiligenceRequired != null && dueDiligenceRequired;
        audience = audience == null ? Audience.PARTICIPANTS : audience;
    }

    /** The same, planned and not yet funded. */
    OfferContent potential() {
        return new OfferContent(
                reference,
                title,
                criteria,
                contact,
                programme,
                Standing.POTENTIAL,
                funding,
                themes,
                kinds,
                stages,
                regions,
                states,
                excludedStates,
                money,
                maxNeeds,
                languages,
                from,
                to,
                dueDiligenceRequired,
                audience);
    }

    /**
     * Nothing opens up without an act of its provider: others who write for it may only narrow what it said.
     *
     * @param before what the provider said
     * @throws Refusal.RulesBroken if this would show the offer to more people, or let in a State that was excluded
     */
    void requireNoWiderThan(OfferContent before) {
        List<Violation> broken = new ArrayList<>();
        if (audience.compareTo(before.audience) > 0) {
            broken.add(ofItsProviderAlone("/audience", "shows the offer to more people"));
        }
        if (!excludedStates.containsAll(before.excludedStates)) {
            broken.add(ofItsProviderAlone("/excludedStates", "lets in a State that was excluded"));
        }
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
    }

    private static Violation ofItsProviderAlone(String pointer, String what) {
        return new Violation(pointer, "OwnersAct", what + ", which only its provider may do");
    }

    /** Nulls stay, so that the validator can say where they stand. */
    private static List<String> distinct(List<String> codes) {
        return codes == null ? List.of() : codes.stream().distinct().toList();
    }
}
