package org.switchboard.review;

import static org.switchboard.review.ActsModel.Proposal;
import static org.switchboard.review.RandomActs.Act;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a run of random acts is to reach, so that it does not all happen at the beginning of the lives of proposals: every status,
 * and in each what may and what may not be done there. Of what is still missing something is drawn, or a step on the way to it.
 */
final class SoughtActs {

    private static final String REACHED = "reached";
    private static final String ADDITION = "addition";
    private static final String OUTDATED = "+outdated";
    private static final String LOOK_AGAIN = "look+overdue-again";

    /** So many are drawn before one that is sought is thought to be impossible now. */
    private static final int TRIES = 150;

    private static final Map<String, List<String>> BY_STATUS = Map.ofEntries(
            Map.entry(
                    "BEFORE_COMMITTEE",
                    List.of(
                            "passage 200",
                            "passage 403",
                            "hold 200",
                            "hold 403",
                            "hold 412",
                            "hold-release 409",
                            "extension 200",
                            "extension 409",
                            "objections 200",
                            "consents 404",
                            "withdrawal 200",
                            "withdrawal 403",
                            "readmission 409",
                            "delivery/payments 404",
                            "delivery/completion 409")),
            Map.entry("BEFORE_COMMITTEE late", List.of("passage 409", "hold 409", "extension 409", "objections 409")),
            Map.entry(
                    "HELD",
                    List.of(
                            "hold 200",
                            "hold 409",
                            "hold-release 200",
                            "hold-release 409",
                            "extension 200",
                            "objections 200")),
            Map.entry(
                    "AWAITS_RECIPIENT",
                    List.of(
                            "consents 200",
                            "consents 403",
                            "consents 404",
                            "consents 412",
                            "consents 422",
                            "consents+outdated 409",
                            "refusal 200",
                            "hold 409",
                            "objections 409",
                            "delivery/reports 409")),
            Map.entry("AWAITS_RECIPIENT late", List.of("consents 409", "refusal 409")),
            Map.entry(
                    "AWAITS_PROVIDER",
                    List.of(
                            "consents 200",
                            "consents 409",
                            "consents 422",
                            "refusal 200",
                            "refusal 409",
                            "withdrawal 200")),
            Map.entry("AWAITS_PROVIDER late", List.of("consents 409", "refusal 409")),
            Map.entry(
                    "CONFIRMED",
                    List.of(
                            "delivery/milestones 200",
                            "delivery/payments 200",
                            "delivery/payments 422",
                            "delivery/reports 200",
                            "delivery/completion 200",
                            "delivery/feedback 409",
                            "delivery/answer-after-a-year 409",
                            "consents 409",
                            "refusal 409",
                            "withdrawal 200")),
            Map.entry(
                    "IN_DELIVERY",
                    List.of(
                            "delivery/milestones 200",
                            "delivery/milestones 403",
                            "delivery/payments 200",
                            "delivery/payments 403",
                            "delivery/payments 412",
                            "delivery/payments 422",
                            "delivery/reports 200",
                            "delivery/completion 200",
                            "delivery/completion+of-a-part 200",
                            "delivery/completion 403",
                            "delivery/payments+above-agreed 422",
                            "delivery/payments+above-committed 422",
                            "delivery/feedback 409",
                            "delivery/answer-after-a-year 409",
                            "withdrawal 200")),
            Map.entry(
                    "DELIVERED",
                    List.of(
                            "delivery/milestones 409",
                            "delivery/payments 409",
                            "delivery/reports 409",
                            "delivery/completion 409",
                            "delivery/feedback 200",
                            "delivery/feedback+before-the-answer 200",
                            "delivery/feedback+closing 200",
                            "delivery/feedback 409",
                            "delivery/answer-after-a-year 200",
                            "delivery/answer-after-a-year+closing 200",
                            "delivery/answer-after-a-year 403",
                            "delivery/answer-after-a-year 409",
                            "withdrawal 409")),
            Map.entry(
                    "CLOSED",
                    List.of(
                            "delivery/payments 409",
                            "delivery/reports 409",
                            "delivery/feedback 409",
                            "delivery/answer-after-a-year 409",
                            "withdrawal 409")),
            Map.entry("OBJECTED", List.of("readmission 200", "readmission 409", "hold 409", "next-best 201")),
            Map.entry("DECLINED", List.of("readmission 200", "readmission 409", "consents 409")),
            Map.entry("LAPSED", List.of("consents 409", "readmission 409")),
            Map.entry("WITHDRAWN", List.of("withdrawal 409", "objections 409")),
            Map.entry("SUPERSEDED", List.of("withdrawal 409", "readmission 409")));

    private final Set<String> missing = new LinkedHashSet<>();

    SoughtActs() {
        Arrays.stream(ProposalStatus.values()).forEach(status -> missing.add(status + " " + REACHED));
        new TreeSet<>(BY_STATUS.keySet())
                .forEach(status -> BY_STATUS.get(status).forEach(act -> missing.add(status + " " + act)));
        missing.add(LOOK_AGAIN);
        Arrays.stream(ActsModel.Limit.values()).forEach(limit -> missing.add(ADDITION + "+" + limit));
    }

    Set<String> missing() {
        return missing;
    }

    void seen(Act done, ActsModel model) {
        missing.remove(done.tally());
        model.proposals.forEach(one -> missing.remove(one.status + " " + REACHED));
    }

    /** One that is missing, if one can be done now; or a step towards one; any where nothing is missing. */
    Act next(ActsModel model, RandomActs acts) {
        if (missing.isEmpty()) {
            return acts.next();
        }
        List<Proposal> going =
                model.proposals.stream().filter(one -> !one.outdated()).toList();
        if (missing.contains(acts.look().tally())) {
            return acts.look();
        }
        for (int i = 0; i < TRIES && !model.proposals.isEmpty(); i++) {
            Act drawn = acts.of(acts.any(model.proposals));
            if (missing.contains(drawn.tally())) {
                return drawn;
            }
        }
        boolean seeksAdditions = missing.stream().anyMatch(one -> one.startsWith(ADDITION));
        return drawn(acts::addByHand, act -> missing.contains(act.tally()), seeksAdditions ? TRIES : 0)
                .orElseGet(() -> towards(acts.any(List.copyOf(missing)), going, acts));
    }

    private static Act towards(String wanted, List<Proposal> going, RandomActs acts) {
        if (wanted.startsWith(ADDITION)) {
            return drawn(acts::addByHand, Act::isDone).orElseGet(acts::next);
        }
        if (wanted.equals(LOOK_AGAIN)) {
            return looking(going, acts);
        }
        String[] words = wanted.split(" ");
        ProposalStatus status = ProposalStatus.valueOf(words[0]);
        boolean late = words[1].equals("late");
        String kind = words[late ? 2 : 1].replaceAll("\\+.*", "");
        List<Proposal> there =
                going.stream().filter(one -> one.status == status).toList();
        if (there.isEmpty() || kind.equals(REACHED)) {
            return leading(status, going, acts);
        }
        Proposal one = acts.any(there);
        if (late && !one.late) {
            return acts.timePasses(one);
        }
        if (wanted.contains(OUTDATED)) {
            return acts.of(one.need);
        }
        boolean another = acts.any(List.of(true, false));
        return allowed(one, acts, act -> act.tally().contains(" " + kind))
                .filter(act -> !another)
                .orElseGet(() -> status == ProposalStatus.DELIVERED && !another
                        ? aYearPasses(one, acts)
                        : leading(status, going, acts));
    }

    /** Sets a milestone that is past, and looks at it. */
    private static Act looking(List<Proposal> going, RandomActs acts) {
        List<Proposal> there = going.stream()
                .filter(one -> one.status == ProposalStatus.IN_DELIVERY)
                .toList();
        if (there.stream().anyMatch(one -> one.milestonePast)) {
            return acts.look();
        }
        return there.isEmpty()
                ? leading(ProposalStatus.IN_DELIVERY, going, acts)
                : allowed(acts.any(there), acts, act -> act.tally().contains(" delivery/milestones "))
                        .orElseGet(acts::look);
    }

    private static Act aYearPasses(Proposal one, RandomActs acts) {
        return one.late || one.askedAfterAYear ? acts.look() : acts.timePasses(one);
    }

    /** A step of the proposal that has the fewest of them before it; a new proposal where none leads there. */
    private static Act leading(ProposalStatus status, List<Proposal> going, RandomActs acts) {
        Map<ProposalStatus, ProposalStatus> steps = stepsTo(status);
        List<Proposal> leading =
                going.stream().filter(one -> steps.containsKey(one.status)).toList();
        if (leading.isEmpty()) {
            return drawn(acts::addByHand, Act::isDone).orElseGet(() -> freeing(going, acts));
        }
        Set<ProposalStatus> nearestFirst = steps.keySet();
        for (ProposalStatus near : nearestFirst) {
            List<Proposal> nearest =
                    leading.stream().filter(one -> one.status == near).toList();
            if (!nearest.isEmpty()) {
                return step(acts.any(nearest), steps.get(near), acts);
            }
        }
        throw new IllegalStateException("nothing leads to " + status);
    }

    /** Of each status that leads to another, the next on the way; the nearest first. */
    private static Map<ProposalStatus, ProposalStatus> stepsTo(ProposalStatus end) {
        Map<ProposalStatus, ProposalStatus> steps = new LinkedHashMap<>();
        List<ProposalStatus> ends = new ArrayList<>(List.of(end));
        for (int i = 0; i < ends.size(); i++) {
            ProposalStatus to = ends.get(i);
            for (ProposalStatus from : ProposalStatus.values()) {
                if (from.leadsTo(to) && from != end && !steps.containsKey(from)) {
                    steps.put(from, to);
                    ends.add(from);
                }
            }
        }
        return steps;
    }

    private static final Map<ProposalStatus, List<String>> BY = new EnumMap<>(Map.of(
            ProposalStatus.BEFORE_COMMITTEE, List.of("hold-release"),
            ProposalStatus.HELD, List.of("hold"),
            ProposalStatus.AWAITS_PROVIDER, List.of("consents"),
            ProposalStatus.CONFIRMED, List.of("consents"),
            ProposalStatus.IN_DELIVERY, List.of("delivery/milestones", "delivery/payments", "delivery/reports"),
            ProposalStatus.DELIVERED, List.of("delivery/reports", "delivery/completion"),
            ProposalStatus.CLOSED, List.of("delivery/feedback", "delivery/answer-after-a-year"),
            ProposalStatus.OBJECTED, List.of("objections"),
            ProposalStatus.DECLINED, List.of("refusal"),
            ProposalStatus.WITHDRAWN, List.of("withdrawal")));

    private static Act step(Proposal one, ProposalStatus to, RandomActs acts) {
        if (one.late) {
            return acts.look();
        }
        if (to == ProposalStatus.SUPERSEDED) {
            return drawn(() -> acts.putPlanForward(List.of(one)), Act::isDone).orElseGet(acts::look);
        }
        List<String> kinds = BY.getOrDefault(to, List.of());
        return allowed(one, acts, act -> kinds.stream()
                        .anyMatch(kind -> act.tally().contains(" " + kind)))
                .orElseGet(() -> one.status.hasTerm() || one.status == ProposalStatus.DELIVERED && !one.askedAfterAYear
                        ? acts.timePasses(one)
                        : acts.look());
    }

    /** Makes room for a new proposal. */
    private static Act freeing(List<Proposal> going, RandomActs acts) {
        List<Proposal> taking = going.stream()
                .filter(one -> one.status.leadsTo(ProposalStatus.WITHDRAWN))
                .toList();
        return taking.isEmpty() ? acts.next() : step(acts.any(taking), ProposalStatus.WITHDRAWN, acts);
    }

    private static Optional<Act> allowed(Proposal one, RandomActs acts, Predicate<Act> which) {
        return drawn(() -> acts.of(one), act -> act.isDone() && which.test(act));
    }

    private static Optional<Act> drawn(Supplier<Act> acts, Predicate<Act> which) {
        return drawn(acts, which, TRIES);
    }

    private static Optional<Act> drawn(Supplier<Act> acts, Predicate<Act> which, int tries) {
        for (int i = 0; i < tries; i++) {
            Act act = acts.get();
            if (which.test(act)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }
}
