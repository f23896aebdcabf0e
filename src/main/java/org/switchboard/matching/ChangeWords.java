package org.switchboard.matching;

import java.time.LocalDate;
import java.util.List;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.OfferTerms;
import org.switchboard.matching.engine.explain.NearMiss;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferView;

/** Says in words what would have to change for an offer to be a candidate. */
record ChangeWords(NeedView need, OfferView offer) {

    List<String> of(NearMiss miss) {
        return miss.broken().stream()
                .map(rule -> of(rule, miss.amendment().offer()))
                .toList();
    }

    private String of(CandidateRule rule, OfferTerms then) {
        return switch (rule) {
            case THEME_COVERED -> "it covered " + need.content().theme();
            case KIND_COVERED -> "it gave " + need.content().kind();
            case STATE_ELIGIBLE -> "it served " + need.state();
            case COMMON_LANGUAGE ->
                need.content().languages().isEmpty()
                        ? "the need stated a language of the offer"
                        : "it worked in " + need.content().languages().get(0);
            case PERIODS_OVERLAP -> period(then);
            case PROVIDER_NOT_BLOCKED -> need.state() + " accepted " + offer.provider();
            case STATE_NOT_EXCLUDED -> offer.provider() + " did not exclude " + need.state();
            case OFFER_ACTIVE -> "it was active and funded";
            case NEED_OPEN -> "the need was open";
            case RELEASED -> need.state() + " released the need to " + offer.provider();
            case AMOUNT_FITS -> money(then);
            case DUE_DILIGENCE_RECORDED -> "a due-diligence finding was recorded for " + offer.provider();
        };
    }

    private String period(OfferTerms then) {
        LocalDate from = then.from();
        return from.equals(offer.content().from()) ? "it ran until " + then.to() : "it began on " + from;
    }

    /** All limits that would have to move, with where to. */
    private String money(OfferTerms then) {
        StringBuilder moved = new StringBuilder("its money allowed for one part or more:");
        limit(moved, "floor", offer.dollars().floorUsd(), then.floorUsd());
        limit(moved, "ceiling", offer.dollars().ceilingUsd(), then.ceilingUsd());
        limit(moved, "budget", offer.dollars().budgetUsd(), then.budgetUsd());
        limit(moved, "State cap", offer.dollars().perStateCapUsd(), then.perStateCapUsd());
        return moved.toString();
    }

    private static void limit(StringBuilder moved, String name, long now, long then) {
        if (now != then) {
            moved.append(moved.charAt(moved.length() - 1) == ':' ? " " : ", ")
                    .append(name)
                    .append(' ')
                    .append(ExplanationSentences.whole(then))
                    .append(" instead of ")
                    .append(ExplanationSentences.whole(now));
        }
    }
}
