package org.switchboard.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.switchboard.reference.Money;
import org.switchboard.reference.RateTable;
import org.switchboard.reference.RateTable.NoRate;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The rules for what a provider says about an offer that go beyond the shape of single fields. */
@ApplicationScoped
class OfferRules {

    private final ReferenceData reference;

    OfferRules(ReferenceData reference) {
        this.reference = reference;
    }

    /**
     * Checks an offer and converts its money.
     *
     * @param on the day by whose rates it is converted
     * @throws Refusal.RulesBroken naming every rule that is broken
     */
    OfferDollars sound(OfferContent content, LocalDate on, RateTable rates) {
        List<Violation> broken = new ArrayList<>();
        codes(broken, "themes", content.themes(), code -> reference.theme(code).isPresent());
        codes(broken, "kinds", content.kinds(), code -> reference.kind(code).isPresent());
        codes(broken, "stages", content.stages(), code -> reference.stage(code).isPresent());
        codes(broken, "regions", content.regions(), code -> reference
                .region(code)
                .isPresent());
        codes(broken, "states", content.states(), code -> reference.state(code).isPresent());
        codes(broken, "excludedStates", content.excludedStates(), code -> reference
                .state(code)
                .isPresent());
        if (content.from().isAfter(content.to())) {
            broken.add(new Violation("/to", "PeriodInOrder", "must not be before the first day, " + content.from()));
        }
        amounts(broken, content.money());
        OfferDollars dollars = broken.isEmpty() ? dollars(broken, content.money(), on, rates) : null;
        if (dollars == null) {
            throw new Refusal.RulesBroken(broken);
        }
        return dollars;
    }

    private static void amounts(List<Violation> broken, OfferMoney money) {
        if (money.floor().compareTo(money.ceiling()) > 0) {
            broken.add(new Violation("/money/floor", "FloorBelowCeiling", "must not be above the ceiling"));
        }
        if (money.floor().compareTo(money.perStateCap()) > 0) {
            broken.add(new Violation("/money/floor", "FloorBelowStateCap", "must not be above the cap per State"));
        }
        if (money.floor().compareTo(money.budget()) > 0) {
            broken.add(new Violation("/money/floor", "FloorBelowBudget", "must not be above the budget"));
        }
    }

    private static @Nullable OfferDollars dollars(
            List<Violation> broken, OfferMoney money, LocalDate on, RateTable rates) {
        try {
            RateTable.Dollars budget = rates.dollars(new Money(money.budget(), money.currency()), on);
            return new OfferDollars(
                    budget.usd(),
                    usd(money.floor(), money.currency(), on, rates),
                    usd(money.ceiling(), money.currency(), on, rates),
                    usd(money.perStateCap(), money.currency(), on, rates),
                    budget.rateDate());
        } catch (NoRate e) {
            broken.add(new Violation("/money/currency", "Rate", e.reason()));
            return null;
        }
    }

    private static long usd(BigDecimal amount, String currency, LocalDate on, RateTable rates) throws NoRate {
        return rates.dollars(new Money(amount, currency), on).usd();
    }

    private static void codes(List<Violation> broken, String field, List<String> codes, Predicate<String> isKnown) {
        String list = field.equals("excludedStates") ? "states" : field;
        for (int i = 0; i < codes.size(); i++) {
            if (!isKnown.test(codes.get(i))) {
                broken.add(new Violation(
                        "/" + field + "/" + i,
                        "KnownCode",
                        "'" + codes.get(i) + "' is not in the list; the list is at /api/v1/" + list));
            }
        }
    }
}
