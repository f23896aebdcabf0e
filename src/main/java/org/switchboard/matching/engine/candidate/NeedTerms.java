package org.switchboard.matching.engine.candidate;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.InvalidProblemException;

/**
 * What the candidate rules read of a need. All things are numbers; none has a name.
 *
 * @param state the State that asks
 * @param regions all regions the State belongs to: region, sub-region, intermediate region
 * @param theme the theme asked for
 * @param subThemeOrNull the part of the theme, where the State was that precise
 * @param kind kind of assistance
 * @param stage stage of implementation it belongs to
 * @param costUsd whole dollars, a multiple of the parts
 * @param parts 1, 2 or 4
 * @param languages working languages; without any, no language is in common with anyone
 * @param from first day
 * @param to last day, inclusive
 * @param blockedProviders providers the State does not accept
 * @param open whether it still looks for assistance
 * @param release whom the State lets it be matched with
 * @param dueDiligenceRequired whether a human-rights finding must be recorded before a match
 * @param providersWithFinding providers for whom such a finding is recorded on this need
 */
public record NeedTerms(
        int state,
        Ids regions,
        int theme,
        @Nullable Integer subThemeOrNull,
        int kind,
        int stage,
        long costUsd,
        int parts,
        Ids languages,
        LocalDate from,
        LocalDate to,
        Ids blockedProviders,
        boolean open,
        Release release,
        boolean dueDiligenceRequired,
        Ids providersWithFinding) {

    public NeedTerms {
        if (parts < 1 || costUsd <= 0 || costUsd % parts != 0) {
            throw new InvalidProblemException(
                    "need terms.cost", costUsd + " cannot be cut into " + parts + " equal parts above zero");
        }
        if (to.isBefore(from)) {
            throw new InvalidProblemException("need terms.to", to + " is before " + from);
        }
    }

    OptionalInt subTheme() {
        return subThemeOrNull == null ? OptionalInt.empty() : OptionalInt.of(subThemeOrNull);
    }

    long partCostUsd() {
        return costUsd / parts;
    }
}
