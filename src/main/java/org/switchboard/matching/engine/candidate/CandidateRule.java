package org.switchboard.matching.engine.candidate;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** The rules an offer must keep to be a candidate for a need. Each stands alone, so that each can be explained. */
public enum CandidateRule {
    THEME_COVERED(CandidateRule::themeIsCovered),
    KIND_COVERED(CandidateRule::kindIsCovered),
    STATE_ELIGIBLE(CandidateRule::stateIsEligible),
    COMMON_LANGUAGE(CandidateRule::aLanguageIsCommon),
    PERIODS_OVERLAP(CandidateRule::periodsOverlap),
    PROVIDER_NOT_BLOCKED(CandidateRule::providerIsNotBlockedByTheState),
    STATE_NOT_EXCLUDED(CandidateRule::stateIsNotExcludedByTheProvider),
    OFFER_ACTIVE((need, offer) -> offer.active()),
    NEED_OPEN((need, offer) -> need.open()),
    RELEASED((need, offer) -> need.release().includes(offer.provider())),
    AMOUNT_FITS(CandidateRule::someWholeNumberOfPartsFitsTheMoney),
    DUE_DILIGENCE_RECORDED(CandidateRule::dueDiligenceIsRecordedWhereRequired);

    private final BiPredicate<NeedTerms, OfferTerms> rule;

    CandidateRule(BiPredicate<NeedTerms, OfferTerms> rule) {
        this.rule = rule;
    }

    public boolean holds(NeedTerms need, OfferTerms offer) {
        return rule.test(need, offer);
    }

    /** The rules that keep this offer from being a candidate for this need; empty for a candidate. */
    public static Set<CandidateRule> brokenBy(NeedTerms need, OfferTerms offer) {
        EnumSet<CandidateRule> broken = EnumSet.noneOf(CandidateRule.class);
        for (CandidateRule rule : values()) {
            if (!rule.holds(need, offer)) {
                broken.add(rule);
            }
        }
        return broken;
    }

    static boolean allHold(NeedTerms need, OfferTerms offer) {
        for (CandidateRule rule : ALL) {
            if (!rule.holds(need, offer)) {
                return false;
            }
        }
        return true;
    }

    /** {@code values()} copies its array at each call, and this is asked for millions of pairs. */
    private static final CandidateRule[] ALL = values();

    /** An offer that covers a theme covers its parts; one that covers only a part does not cover the whole theme. */
    private static boolean themeIsCovered(NeedTerms need, OfferTerms offer) {
        return offer.themes().isEmpty()
                || offer.themes().contains(need.theme())
                || need.subTheme().isPresent()
                        && offer.themes().contains(need.subTheme().getAsInt());
    }

    private static boolean kindIsCovered(NeedTerms need, OfferTerms offer) {
        return offer.kinds().isEmpty() || offer.kinds().contains(need.kind());
    }

    private static boolean stateIsEligible(NeedTerms need, OfferTerms offer) {
        return offer.servesAnyState()
                || offer.states().contains(need.state())
                || offer.regions().intersects(need.regions());
    }

    private static boolean aLanguageIsCommon(NeedTerms need, OfferTerms offer) {
        return need.languages().intersects(offer.languages());
    }

    private static boolean periodsOverlap(NeedTerms need, OfferTerms offer) {
        return !need.to().isBefore(offer.from()) && !offer.to().isBefore(need.from());
    }

    private static boolean providerIsNotBlockedByTheState(NeedTerms need, OfferTerms offer) {
        return !need.blockedProviders().contains(offer.provider());
    }

    private static boolean stateIsNotExcludedByTheProvider(NeedTerms need, OfferTerms offer) {
        return !offer.excludedStates().contains(need.state());
    }

    /**
     * Some whole number of parts costs no less than the floor and no more than ceiling, budget and State cap. It is the
     * same for a need that must be covered wholly, because several offers can share it.
     */
    private static boolean someWholeNumberOfPartsFitsTheMoney(NeedTerms need, OfferTerms offer) {
        long part = need.partCostUsd();
        long most = Math.min(need.parts(), offer.mostForOneNeedUsd() / part);
        return most >= 1 && most * part >= offer.floorUsd();
    }

    private static boolean dueDiligenceIsRecordedWhereRequired(NeedTerms need, OfferTerms offer) {
        boolean required = need.dueDiligenceRequired() || offer.dueDiligenceRequired();
        return !required || need.providersWithFinding().contains(offer.provider());
    }
}
