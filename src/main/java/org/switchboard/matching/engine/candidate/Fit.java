package org.switchboard.matching.engine.candidate;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.switchboard.matching.engine.InvalidProblemException;

/** How well an offer suits a need, 0 to 100, as the sum of its parts. It is only asked of candidates. */
public record Fit(List<FitPart> parts) {

    public Fit {
        parts = List.copyOf(parts);
    }

    public int points() {
        return parts.stream().mapToInt(FitPart::points).sum();
    }

    /** The fit in full, for people to read. */
    public static Fit of(NeedTerms need, OfferTerms offer, FitWeights weights, PastWork pastWork) {
        return new Fit(Arrays.stream(FitCriterion.values())
                .map(criterion -> new FitPart(
                        criterion, points(criterion, need, offer, weights, pastWork), weights.of(criterion)))
                .toList());
    }

    /** The same sum without its parts, for the many pairs nobody reads. */
    static int points(NeedTerms need, OfferTerms offer, FitWeights weights, PastWork pastWork) {
        int sum = 0;
        for (FitCriterion criterion : ALL) {
            sum += points(criterion, need, offer, weights, pastWork);
        }
        return sum;
    }

    private static final FitCriterion[] ALL = FitCriterion.values();

    private static int points(
            FitCriterion criterion, NeedTerms need, OfferTerms offer, FitWeights weights, PastWork pastWork) {
        double share =
                switch (criterion) {
                    case LANGUAGES -> languagesInCommon(need, offer);
                    case PERIOD -> periodInCommon(need, offer);
                    case SPECIFICITY -> (themeSpecificity(need, offer) + placeSpecificity(need, offer)) / 2;
                    case PAST_WORK -> rating(need, offer, pastWork);
                    case STAGE -> stagePreference(need, offer);
                };
        return (int) Math.round(share * weights.of(criterion));
    }

    private static double languagesInCommon(NeedTerms need, OfferTerms offer) {
        return need.languages().isEmpty()
                ? 0
                : (double) need.languages().countIn(offer.languages())
                        / need.languages().size();
    }

    private static double periodInCommon(NeedTerms need, OfferTerms offer) {
        var from = need.from().isAfter(offer.from()) ? need.from() : offer.from();
        var to = need.to().isBefore(offer.to()) ? need.to() : offer.to();
        long common = Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
        return (double) common / (ChronoUnit.DAYS.between(need.from(), need.to()) + 1);
    }

    /** An offer that names the very sub-theme, or the theme where no sub-theme is asked for, and few others, is specific. */
    private static double themeSpecificity(NeedTerms need, OfferTerms offer) {
        int named = offer.themes().size();
        int asked = need.subTheme().orElse(need.theme());
        if (offer.themes().contains(asked)) {
            return 1.0 / named;
        }
        return offer.themes().contains(need.theme()) ? 1.0 / (1 + named) : 0;
    }

    /** Naming the State is most specific, then one of its regions among few; any State is not specific. */
    private static double placeSpecificity(NeedTerms need, OfferTerms offer) {
        if (offer.states().contains(need.state())) {
            return 1;
        }
        return offer.regions().intersects(need.regions())
                ? 1.0 / (1 + offer.regions().size())
                : 0;
    }

    private static double rating(NeedTerms need, OfferTerms offer, PastWork pastWork) {
        double rating = pastWork.rating(offer.provider(), need.state());
        if (!(rating >= 0 && rating <= 1)) {
            throw new InvalidProblemException(
                    "past work of provider " + offer.provider() + " with State " + need.state(),
                    "must be rated 0 to 1, is " + rating);
        }
        return rating;
    }

    private static double stagePreference(NeedTerms need, OfferTerms offer) {
        return offer.preferredStages().isEmpty() || offer.preferredStages().contains(need.stage()) ? 1 : 0;
    }
}
