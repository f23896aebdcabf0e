package org.switchboard.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Place;
import org.switchboard.matching.engine.candidate.Candidates;
import org.switchboard.matching.engine.candidate.Fit;
import org.switchboard.matching.engine.explain.Concession;
import org.switchboard.matching.engine.explain.MatchExplanation;
import org.switchboard.matching.engine.explain.Obstacle;
import org.switchboard.matching.engine.explain.RunnerUp;
import org.switchboard.matching.engine.explain.UnmetExplanation;

/**
 * Puts names to what the engine says of one need.
 *
 * @param began the day on which the run read its items, from which half-years count
 */
record NeedExplanation(ExplainedItems items, LocalDate began) {

    private static final int MOST_OTHERS = 5;

    /**
     * A match; empty where its reader may not see the offer.
     *
     * @param candidates of the need alone with the offer alone, as they stand now
     */
    Optional<ExplanationView.Match> match(
            MatchExplanation match, long usd, Function<PlanView.OfferLine, Candidates> candidates) {
        return items.offer(match.row().offer())
                .map(offer -> new ExplanationView.Match(
                        offer,
                        match.row().parts(),
                        usd,
                        match.fit(),
                        fitParts(candidates.apply(offer).fit(0, 0), match.fit()),
                        match.pinned(),
                        match.adds().level1(),
                        match.adds().level2(),
                        rounded(match.price()),
                        match.runnersUp().stream()
                                .flatMap(other -> other(other).stream())
                                .limit(MOST_OTHERS)
                                .toList()));
    }

    /** The parts of a fit are of the items as they stand now, so they are told only while they still sum to it. */
    private static List<ExplanationView.FitLine> fitParts(Fit now, int fit) {
        return now.points() != fit
                ? List.of()
                : now.parts().stream()
                        .map(part -> new ExplanationView.FitLine(part.criterion(), part.points(), part.of()))
                        .toList();
    }

    private Optional<ExplanationView.Other> other(RunnerUp other) {
        return items.offer(other.offer())
                .map(offer -> new ExplanationView.Other(
                        offer,
                        other.fit(),
                        other.reason(),
                        rounded(other.price()),
                        other.level2Change(),
                        limits(other.obstacles())));
    }

    ExplanationView.OutCompeted outCompeted(UnmetExplanation.OutCompeted why) {
        return new ExplanationView.OutCompeted(
                why.verdict(),
                why.way().stream()
                        .flatMap(
                                row -> items
                                        .offer(row.offer())
                                        .map(offer -> new ExplanationView.Share(offer, row.parts()))
                                        .stream())
                        .toList(),
                why.adds(),
                hundredths(why.price()),
                limits(why.obstacles()),
                why.concessions().stream()
                        .flatMap(concession ->
                                concession.rivals().stream().flatMap(rival -> giving(concession, rival).stream()))
                        .toList(),
                why.level1Change());
    }

    private Optional<ExplanationView.Giving> giving(Concession concession, Concession.Rival rival) {
        return items.need(rival.need())
                .map(need ->
                        new ExplanationView.Giving(need, concession.obstacle().limit(), rival.frees(), rival.adds()));
    }

    private List<ExplanationView.LimitLine> limits(List<Obstacle> obstacles) {
        return obstacles.stream().flatMap(obstacle -> limit(obstacle).stream()).toList();
    }

    /** A limit of the State's own, or of an offer that the reader may see. */
    private Optional<ExplanationView.LimitLine> limit(Obstacle obstacle) {
        if (obstacle.place() instanceof Place.AtStateAndPeriod at) {
            return Optional.of(line(obstacle, null, new HalfYears(began).name(at.period())));
        }
        return items.offer(offerAt(obstacle.place())).map(offer -> line(obstacle, offer, null));
    }

    private static ExplanationView.LimitLine line(
            Obstacle obstacle, PlanView.@Nullable OfferLine offer, @Nullable String halfYear) {
        return new ExplanationView.LimitLine(
                obstacle.limit(), offer, halfYear, obstacle.needed(), obstacle.left(), obstacle.price());
    }

    private static int offerAt(Place place) {
        if (place instanceof Place.AtOffer at) {
            return at.offer();
        }
        if (place instanceof Place.AtOfferAndState at) {
            return at.offer();
        }
        if (place instanceof Place.AtMatch at) {
            return at.offer();
        }
        throw new IllegalArgumentException("no offer has the limit at " + place);
    }

    private static @Nullable Double rounded(@Nullable Double points) {
        return points == null ? null : Double.valueOf(hundredths(points));
    }

    private static double hundredths(double points) {
        return Math.round(points * 100) / 100.0;
    }
}
