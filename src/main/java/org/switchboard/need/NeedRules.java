package org.switchboard.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.switchboard.reference.RateTable;
import org.switchboard.reference.RateTable.Dollars;
import org.switchboard.reference.RateTable.NoRate;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The rules for what a State says about a need that go beyond the shape of single fields. */
@ApplicationScoped
class NeedRules {

    /** The longest period for which help can be asked: the engine looks eight half-years ahead. */
    private static final int LONGEST_YEARS = 10;

    private final ReferenceData reference;

    NeedRules(ReferenceData reference) {
        this.reference = reference;
    }

    /** A need that keeps all rules, with its cost in dollars. */
    record Sound(NeedContent content, Dollars dollars) {}

    /** @throws Refusal.RulesBroken naming every rule that is broken */
    Sound sound(State state, NeedContent content, LocalDate receivedOn, RateTable rates) {
        List<Violation> broken = new ArrayList<>();
        if (reference.theme(content.theme()).isEmpty()) {
            broken.add(unknown("/theme", content.theme(), "themes"));
        }
        if (reference.kind(content.kind()).isEmpty()) {
            broken.add(unknown("/kind", content.kind(), "kinds"));
        }
        int tranches = content.tranches();
        if (tranches != 1 && tranches != 2 && tranches != 4) {
            broken.add(new Violation("/tranches", "OneTwoOrFour", "must be 1, 2 or 4"));
        }
        if (content.from().isAfter(content.to())) {
            broken.add(new Violation("/to", "PeriodInOrder", "must not be before the first day, " + content.from()));
        } else if (content.from().plusYears(LONGEST_YEARS).isBefore(content.to())) {
            broken.add(new Violation(
                    "/to", "PeriodLength", "must be within " + LONGEST_YEARS + " years of the first day"));
        }
        return sound(state, content, receivedOn, rates, broken);
    }

    private Sound sound(
            State state, NeedContent content, LocalDate receivedOn, RateTable rates, List<Violation> broken) {
        Dollars dollars = new Dollars(0, null);
        try {
            dollars = rates.dollars(content.cost(), receivedOn);
        } catch (NoRate e) {
            broken.add(new Violation("/cost/currency", "Rate", e.reason()));
        }
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
        return new Sound(content.speaking(state.languages()), dollars);
    }

    private static Violation unknown(String pointer, String value, String list) {
        return new Violation(
                pointer,
                "KnownCode",
                String.format(Locale.ROOT, "'%s' is not in the list; the list is at /api/v1/%s", value, list));
    }
}
