package org.switchboard.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.offer.OfferContent;

/**
 * What a run supposes to be other than it is. Its plan shows what would be, and is never put forward.
 *
 * @param name by which people tell it from others
 * @param policy version to match by, in place of the one in force
 * @param budgets that offers would have
 * @param extraOffers that there would be
 */
@NullUnmarked
@Schema(examples = """
                {"name": "Twice the money for East Africa",
                 "budgets": [{"offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "budgetUsd": 4000000}],
                 "extraOffers": [{"provider": "LAF", "offer":
                    {"reference": "LAF-2028-1", "title": "Counter-financing training, Central Africa", "themes": ["FIN"],
                     "regions": ["017"], "money": {"currency": "USD", "budget": 1000000}, "languages": ["fr"],
                     "from": "2027-01-01", "to": "2028-12-31"}}]}""")
public record WhatIf(
        @NotBlank @Size(max = 200) String name,
        @Min(1) Integer policy,
        @Size(max = 1000) List<@NotNull @Valid Budget> budgets,
        @Size(max = 100) List<@NotNull @Valid ExtraOffer> extraOffers) {

    public WhatIf {
        budgets = budgets == null ? List.of() : budgets;
        extraOffers = extraOffers == null ? List.of() : extraOffers;
    }

    /**
     * Another budget of an offer. A ceiling or a cap per State that is no lower than the stored budget was none, and goes
     * up with it.
     *
     * @param budgetUsd for all needs together, in whole US dollars
     */
    @NullUnmarked
    @Schema(
            name = "SupposedBudget",
            examples = "{\"offer\": \"1e186f4d-7889-43a7-9366-e46e962c5ef4\", \"budgetUsd\": 4000000}")
    public record Budget(
            @NotNull UUID offer,
            @NotNull @Min(0) @Max(100_000_000_000L) Long budgetUsd) {}

    /**
     * An offer that nobody has made. It takes part in this run as if it were active, and counts as potential, whatever it
     * says of its standing.
     *
     * @param provider who might make it, by its code
     * @param offer as it would be created
     */
    @NullUnmarked
    public record ExtraOffer(
            @NotBlank @Size(max = 40) String provider,
            @NotNull @Valid OfferContent offer) {}
}
