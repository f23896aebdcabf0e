package org.switchboard.matching.engine.explain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.NeedTerms;
import org.switchboard.matching.engine.candidate.OfferTerms;
import org.switchboard.matching.engine.candidate.Release;

/** The terms of a need and an offer after the smallest changes by which the offer would be a candidate for the need. */
public record Amendment(NeedTerms need, OfferTerms offer) {

    /**
     * Changes what breaks these rules, and nothing else.
     *
     * @return empty where no change of the two is known to help: neither side has stated a working language
     */
    static Optional<Amendment> of(NeedTerms need, OfferTerms offer, Set<CandidateRule> broken) {
        Amendment amended = new Amendment(need, offer);
        for (CandidateRule rule : broken) {
            amended = amended.with(rule);
        }
        return CandidateRule.brokenBy(amended.need, amended.offer).isEmpty() ? Optional.of(amended) : Optional.empty();
    }

    private Amendment with(CandidateRule rule) {
        Draft draft = new Draft(need, offer);
        switch (rule) {
            case THEME_COVERED -> draft.themes = plus(offer.themes(), asked(need));
            case KIND_COVERED -> draft.kinds = plus(offer.kinds(), need.kind());
            case STATE_ELIGIBLE -> draft.states = plus(offer.states(), need.state());
            case COMMON_LANGUAGE -> draft.shareALanguage();
            case PERIODS_OVERLAP -> draft.meet();
            case PROVIDER_NOT_BLOCKED -> draft.blocked = minus(need.blockedProviders(), offer.provider());
            case STATE_NOT_EXCLUDED -> draft.excluded = minus(offer.excludedStates(), need.state());
            case OFFER_ACTIVE -> draft.active = true;
            case NEED_OPEN -> draft.open = true;
            case RELEASED -> draft.release = released();
            case AMOUNT_FITS -> draft.fitTheMoney();
            case DUE_DILIGENCE_RECORDED -> draft.findings = plus(need.providersWithFinding(), offer.provider());
        }
        return draft.amendment();
    }

    /** The very part of a theme that is asked for, so that no more is covered than has to be. */
    private static int asked(NeedTerms need) {
        Integer part = need.subThemeOrNull();
        return part == null ? need.theme() : part;
    }

    private Release released() {
        return need.release() instanceof Release.ToProviders to
                ? new Release.ToProviders(plus(to.providers(), offer.provider()))
                : need.release();
    }

    private static Ids plus(Ids ids, int id) {
        return Ids.of(IntStream.concat(ids.stream(), IntStream.of(id)).toArray());
    }

    private static Ids minus(Ids ids, int id) {
        return Ids.of(ids.stream().filter(other -> other != id).toArray());
    }

    /** The terms that can change, so that each change says only what it changes. */
    private static final class Draft {

        private final NeedTerms need;
        private final OfferTerms offer;

        private Ids blocked;
        private boolean open;
        private Release release;
        private Ids findings;
        private Ids needLanguages;

        private Ids themes;
        private Ids kinds;
        private Ids states;
        private Ids excluded;
        private Ids offerLanguages;
        private LocalDate from;
        private LocalDate to;
        private long budgetUsd;
        private long floorUsd;
        private long ceilingUsd;
        private long perStateCapUsd;
        private boolean active;

        Draft(NeedTerms need, OfferTerms offer) {
            this.need = need;
            this.offer = offer;
            blocked = need.blockedProviders();
            open = need.open();
            release = need.release();
            findings = need.providersWithFinding();
            needLanguages = need.languages();
            themes = offer.themes();
            kinds = offer.kinds();
            states = offer.states();
            excluded = offer.excludedStates();
            offerLanguages = offer.languages();
            from = offer.from();
            to = offer.to();
            budgetUsd = offer.budgetUsd();
            floorUsd = offer.floorUsd();
            ceilingUsd = offer.ceilingUsd();
            perStateCapUsd = offer.perStateCapUsd();
            active = offer.active();
        }

        /** The offer learns one of the need's languages; a need that states none takes one of the offer's. */
        void shareALanguage() {
            OptionalInt asked = needLanguages.stream().findFirst();
            OptionalInt spoken = offerLanguages.stream().findFirst();
            if (asked.isPresent()) {
                offerLanguages = plus(offerLanguages, asked.getAsInt());
            } else if (spoken.isPresent()) {
                needLanguages = Ids.of(spoken.getAsInt());
            }
        }

        /** The offer begins earlier or ends later, by as many days as are missing. */
        void meet() {
            if (from.isAfter(need.to())) {
                from = need.to();
            }
            if (to.isBefore(need.from())) {
                to = need.from();
            }
        }

        /** The number of parts that asks least of all limits together decides. */
        void fitTheMoney() {
            long part = need.costUsd() / need.parts();
            long best = part;
            for (int k = 2; k <= need.parts(); k++) {
                best = dollarsMoved(k * part) < dollarsMoved(best) ? k * part : best;
            }
            floorUsd = Math.min(floorUsd, best);
            ceilingUsd = Math.max(ceilingUsd, best);
            budgetUsd = Math.max(budgetUsd, best);
            perStateCapUsd = Math.max(perStateCapUsd, best);
        }

        private long dollarsMoved(long usd) {
            return Math.max(0, floorUsd - usd)
                    + Math.max(0, usd - ceilingUsd)
                    + Math.max(0, usd - budgetUsd)
                    + Math.max(0, usd - perStateCapUsd);
        }

        Amendment amendment() {
            return new Amendment(
                    new NeedTerms(
                            need.state(),
                            need.regions(),
                            need.theme(),
                            need.subThemeOrNull(),
                            need.kind(),
                            need.stage(),
                            need.costUsd(),
                            need.parts(),
                            needLanguages,
                            need.from(),
                            need.to(),
                            blocked,
                            open,
                            release,
                            need.dueDiligenceRequired(),
                            findings),
                    new OfferTerms(
                            offer.provider(),
                            themes,
                            kinds,
                            offer.regions(),
                            states,
                            excluded,
                            offerLanguages,
                            from,
                            to,
                            budgetUsd,
                            floorUsd,
                            ceilingUsd,
                            perStateCapUsd,
                            active,
                            offer.dueDiligenceRequired(),
                            offer.preferredStages()));
        }
    }
}
