package org.switchboard.matching;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.explain.UnmetExplanation;

/** Explanations in English sentences, from what the view holds: they say nothing that is not there in figures. */
final class ExplanationSentences {

    private static final int NAMED = 3;

    private ExplanationSentences() {}

    static List<String> of(ExplanationView.OfPlan plan, PlanView.Coverage total, String quality) {
        List<String> sentences = new ArrayList<>();
        sentences.add(quality);
        sentences.add("It helps %s of %s needs, with %s of %s US dollars asked."
                .formatted(
                        whole(total.served()),
                        whole(total.needs()),
                        whole(total.plannedUsd()),
                        whole(total.askedUsd())));
        plan.largestUnmet().stream()
                .limit(1)
                .forEach(unmet -> sentences.add("Of the needs without a match, %s would add most: %s points of level 1."
                        .formatted(name(unmet.need()), whole(unmet.addsLevel1()))));
        return sentences;
    }

    static List<String> of(ExplanationView.OfNeed need) {
        List<String> sentences = new ArrayList<>();
        need.matches().forEach(match -> sentences.addAll(of(match)));
        ExplanationView.OutCompeted outCompeted = need.outCompeted();
        if (outCompeted != null) {
            sentences.addAll(of(outCompeted));
        }
        ExplanationView.NoCandidate none = need.noCandidate();
        if (none != null) {
            sentences.addAll(of(none));
        }
        if (need.outcome() == ExplanationView.Outcome.LEFT_ALONE) {
            sentences.add("Whoever started the run asked that it be left alone.");
        }
        return sentences;
    }

    private static List<String> of(ExplanationView.Match match) {
        List<String> sentences = new ArrayList<>();
        sentences.add("%s pays %s US dollars for %s; its fit is %d of 100."
                .formatted(name(match.offer()), whole(match.usd()), parts(match.parts()), match.fit()));
        sentences.add(
                match.pinned()
                        ? "This had been agreed before the run."
                        : "Without it the plan would lose %s points of level 1 and %s of level 2."
                                .formatted(whole(match.addsLevel1()), whole(match.addsLevel2())));
        match.runnersUp().stream().limit(NAMED).forEach(other -> sentences.add(of(other)));
        return sentences;
    }

    private static String of(ExplanationView.Other other) {
        String reason =
                switch (other.reason()) {
                    case LIMIT -> "but " + limits(other.limits());
                    case LOWER_LEVEL_2 -> "but level 2 would fall by " + whole(-other.level2Change());
                    case DEARER -> "but what it has is worth more elsewhere";
                    case AS_GOOD -> "and would do as well";
                };
        return "%s could serve it too, %s.".formatted(name(other.offer()), reason);
    }

    private static List<String> of(ExplanationView.OutCompeted why) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                switch (why.verdict()) {
                    case LIMITS_BIND -> "Offers may serve it, but " + limits(why.limits()) + ".";
                    case CANNOT_BE_COVERED ->
                        "Offers may serve it, but even together they cannot cover as many parts as it" + " takes.";
                    case ADDS_NOTHING -> "It weighs nothing, so serving it would add nothing to level 1.";
                    case COULD_BE_ADDED -> "Nothing stands in the way: the search has overlooked it. Run again.";
                });
        if (!why.way().isEmpty()) {
            sentences.add(
                    "Its best way is %s, which would add %s points of level 1; by the prices of the proof that costs %s."
                            .formatted(
                                    why.way().stream()
                                            .map(share -> parts(share.parts()) + " from " + name(share.offer()))
                                            .collect(Collectors.joining(" and ")),
                                    whole(why.addsLevel1()),
                                    tenths(why.price())));
        }
        if (why.verdict() == UnmetExplanation.Verdict.LIMITS_BIND
                && !why.wouldHaveToGive().isEmpty()) {
            sentences.add("For it %s would have to give way, and level 1 would change by %s."
                    .formatted(
                            why.wouldHaveToGive().stream()
                                    .map(giving -> name(giving.need()))
                                    .distinct()
                                    .collect(Collectors.joining(" and ")),
                            whole(why.level1Change())));
        }
        return sentences;
    }

    private static List<String> of(ExplanationView.NoCandidate none) {
        List<String> sentences = new ArrayList<>();
        sentences.add("None of %s offers keeps all rules: %s."
                .formatted(
                        whole(none.offers()),
                        none.removedBy().stream()
                                .map(count -> whole(count.offers()) + " " + broken(count.rule()))
                                .collect(Collectors.joining("; "))));
        if (none.candidatesNow() > 0 && none.bans() > 0) {
            sentences.set(
                    0,
                    "The run was asked not to match it with what could serve it: %s bans name it."
                            .formatted(whole(none.bans())));
        } else if (none.candidatesNow() > 0) {
            sentences.set(
                    0,
                    "None kept all rules when the run read them, but %s would by now. Run again."
                            .formatted(whole(none.candidatesNow())));
        }
        none.nearest()
                .forEach(miss -> sentences.add("%s would be a candidate if %s%s."
                        .formatted(
                                name(miss.offer()),
                                String.join(" and ", miss.changes()),
                                solvedAgain(miss.wouldBeMet()))));
        return sentences;
    }

    private static String solvedAgain(@Nullable Boolean met) {
        if (met == null) {
            return "";
        }
        return met
                ? "; solved again from the plan, the need is then met"
                : "; solved again from the plan, the need is still not met, as others go before it";
    }

    private static String limits(List<ExplanationView.LimitLine> limits) {
        return limits.stream().map(ExplanationSentences::limit).collect(Collectors.joining(", "));
    }

    private static String limit(ExplanationView.LimitLine line) {
        PlanView.OfferLine offer = line.offer();
        String of = offer == null ? "" : " of " + name(offer);
        return switch (line.limit()) {
            case BUDGET ->
                "the budget%s has %s US dollars left where %s are needed"
                        .formatted(of, whole(line.left()), whole(line.needed()));
            case SLOTS -> "all places%s are taken".formatted(of);
            case STATE_CAP ->
                "the State cap%s leaves %s US dollars where %s are needed"
                        .formatted(of, whole(line.left()), whole(line.needed()));
            case ABSORPTION -> "the State can take in no more in half-year " + line.halfYear();
            case FLOOR ->
                "the floor%s is %s US dollars and %s would be given"
                        .formatted(of, whole(line.left()), whole(line.needed()));
            case CEILING ->
                "the ceiling%s is %s US dollars and %s are needed"
                        .formatted(of, whole(line.left()), whole(line.needed()));
        };
    }

    /** What offers that break the rule do, after their number. */
    private static String broken(CandidateRule rule) {
        return switch (rule) {
            case THEME_COVERED -> "do not cover its theme";
            case KIND_COVERED -> "do not give this kind of assistance";
            case STATE_ELIGIBLE -> "do not serve this State";
            case COMMON_LANGUAGE -> "share no language with it";
            case PERIODS_OVERLAP -> "run at another time";
            case PROVIDER_NOT_BLOCKED -> "are of providers that the State does not accept";
            case STATE_NOT_EXCLUDED -> "exclude this State";
            case OFFER_ACTIVE -> "are not active";
            case NEED_OPEN -> "find it no longer open";
            case RELEASED -> "are of providers to whom it is not released";
            case AMOUNT_FITS -> "have no money for any of its parts within floor, ceiling and caps";
            case DUE_DILIGENCE_RECORDED -> "lack a due-diligence finding";
        };
    }

    static String name(PlanView.OfferLine offer) {
        return offer.provider() + " " + offer.reference();
    }

    static String name(PlanView.NeedLine need) {
        return need.state() + " " + need.reference();
    }

    private static String parts(int parts) {
        return parts == 1 ? "1 part" : parts + " parts";
    }

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String tenths(double points) {
        return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(points);
    }
}
