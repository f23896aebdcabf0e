package org.switchboard.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchboard.need.NeedStatus;

/**
 * What should be true of a small world of needs, offers and proposals, reckoned as simply as can be: what may be put forward
 * beside what stands, and what becomes of a need with its matches. It is told what people did, and asked nothing of the service.
 */
final class ActsModel {

    final List<Need> needs;
    final List<Offer> offers;
    final List<Proposal> proposals = new ArrayList<>();
    private final int absorption;

    ActsModel(List<Need> needs, List<Offer> offers, int absorption) {
        this.needs = needs;
        this.offers = offers;
        this.absorption = absorption;
    }

    static final class Need {
        final String name;
        final UUID id;
        final String state;
        final int parts;
        final boolean partialOk;
        long cost;
        NeedStatus status = NeedStatus.OPEN;
        boolean moved;

        Need(String name, UUID id, String state, long cost, int parts, boolean partialOk) {
            this.name = name;
            this.id = id;
            this.state = state;
            this.cost = cost;
            this.parts = parts;
            this.partialOk = partialOk;
        }

        long partCost() {
            return (cost + parts - 1) / parts;
        }

        void follow(NeedStatus to) {
            moved |= status.leadsTo(to);
            status = status.leadsTo(to) ? to : status;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Offer(String name, UUID id, String provider, long budget, long ceiling, int maxNeeds, long perStateCap) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Row(Need need, Offer offer, int parts) {
        @Override
        public String toString() {
            return need + " " + offer + " " + parts;
        }
    }

    static final class Proposal {
        final UUID id;
        final Need need;
        final Offer offer;
        final long ofCost;
        int parts;
        long usd;
        ProposalStatus status = ProposalStatus.BEFORE_COMMITTEE;
        final Set<String> heldBy = new TreeSet<>();
        int extended;
        boolean late;
        boolean shownToRecipient;
        boolean shownToProvider;
        boolean banLifted;
        long committed;
        long paid;
        boolean milestonePast;
        boolean toldOverdue;
        boolean lookedForReports;
        boolean askedForReports;
        final Map<ActKind, Integer> said = new EnumMap<>(ActKind.class);
        final Set<Party> reported = EnumSet.noneOf(Party.class);
        final Set<Party> finished = EnumSet.noneOf(Party.class);
        final Set<Party> rated = EnumSet.noneOf(Party.class);
        boolean askedAfterAYear;
        boolean answered;

        Proposal(UUID id, Row row, long usd) {
            this.id = id;
            this.need = row.need();
            this.offer = row.offer();
            this.parts = row.parts();
            this.ofCost = row.need().cost;
            this.usd = usd;
        }

        /** Its State has changed or withdrawn the need since it was put forward. */
        boolean outdated() {
            return switch (status) {
                case BEFORE_COMMITTEE, HELD, AWAITS_RECIPIENT, AWAITS_PROVIDER ->
                    need.cost != ofCost || !need.status.looksForHelp();
                case CONFIRMED, IN_DELIVERY -> need.status == NeedStatus.WITHDRAWN;
                default -> false;
            };
        }

        void said(ActKind act) {
            said.merge(act, 1, Integer::sum);
        }

        boolean isBeforeCommittee() {
            return status == ProposalStatus.BEFORE_COMMITTEE || status == ProposalStatus.HELD;
        }

        @Override
        public String toString() {
            return "%s/%s %s".formatted(need, offer, status);
        }
    }

    List<Proposal> standing() {
        return proposals.stream()
                .filter(one -> one.status.stands() && !one.outdated())
                .toList();
    }

    private Stream<Proposal> of(Need need) {
        return standing().stream().filter(one -> one.need == need);
    }

    int open(Need need) {
        return need.parts - of(need).mapToInt(one -> one.parts).sum();
    }

    /** Of rows that are wanted together or not at all, those that may be put forward. */
    List<Row> mayStand(List<Row> wanted) {
        List<Row> known = wanted.stream().filter(this::isCandidate).toList();
        return keepsLimits(known) ? known : List.of();
    }

    private boolean isCandidate(Row row) {
        boolean open = row.need().status == NeedStatus.OPEN
                || row.need().status.isMatched() && of(row.need()).findAny().isPresent();
        boolean refused = proposals.stream()
                .anyMatch(one -> one.need == row.need()
                        && one.offer.provider().equals(row.offer().provider())
                        && (one.status == ProposalStatus.DECLINED || one.status == ProposalStatus.OBJECTED)
                        && !one.banLifted);
        boolean fits = row.need().partCost() <= row.offer().ceiling();
        return open && open(row.need()) > 0 && !refused && fits;
    }

    private boolean keepsLimits(List<Row> added) {
        return limitsBroken(added).isEmpty();
    }

    enum Limit {
        PAIR,
        CEILING,
        COVER,
        BUDGET,
        NEEDS,
        CAP,
        ABSORPTION
    }

    /** The one limit that keeps a row from being put forward; empty where nothing or more does. */
    Optional<Limit> onlyHindrance(Row row) {
        Set<Limit> broken = limitsBroken(List.of(row));
        return isCandidate(row) && broken.size() == 1 ? broken.stream().findFirst() : Optional.empty();
    }

    private Set<Limit> limitsBroken(List<Row> added) {
        List<Row> all = new ArrayList<>(standing().stream()
                .map(one -> new Row(one.need, one.offer, one.parts))
                .toList());
        all.addAll(added);
        Set<Object> pairs = new HashSet<>();
        Map<Limit, Boolean> kept = new EnumMap<>(Limit.class);
        kept.put(
                Limit.PAIR,
                all.stream()
                        .allMatch(row ->
                                pairs.add(List.of(row.need().id, row.offer().id()))));
        kept.put(
                Limit.CEILING,
                added.stream().allMatch(row -> money(row) <= row.offer().ceiling()));
        kept.put(Limit.COVER, added.stream().allMatch(row -> isCovered(row.need(), all)));
        kept.put(
                Limit.BUDGET,
                offers.stream().allMatch(offer -> sum(of(offer, all), ActsModel::money) <= offer.budget()));
        kept.put(Limit.NEEDS, offers.stream().allMatch(offer -> of(offer, all).size() <= offer.maxNeeds()));
        kept.put(Limit.CAP, offers.stream().allMatch(offer -> isWithinCaps(offer, of(offer, all))));
        kept.put(Limit.ABSORPTION, absorbed(all));
        kept.values().removeIf(Boolean::booleanValue);
        return kept.keySet();
    }

    private static List<Row> of(Offer offer, List<Row> all) {
        return all.stream().filter(row -> row.offer() == offer).toList();
    }

    private static boolean isCovered(Need need, List<Row> all) {
        int parts = all.stream()
                .filter(row -> row.need() == need)
                .mapToInt(Row::parts)
                .sum();
        return parts == need.parts || need.partialOk && parts < need.parts;
    }

    private static boolean isWithinCaps(Offer offer, List<Row> ofOffer) {
        return ofOffer.stream().collect(Collectors.groupingBy(row -> row.need().state)).values().stream()
                .allMatch(ofState -> sum(ofState, ActsModel::money) <= offer.perStateCap());
    }

    /** All needs are for the same time. */
    private boolean absorbed(List<Row> all) {
        Map<String, Set<Need>> served =
                all.stream().map(Row::need).collect(Collectors.groupingBy(need -> need.state, Collectors.toSet()));
        return served.values().stream().allMatch(together -> together.size() <= absorption);
    }

    private static <T> long sum(List<T> of, ToLongFunction<T> amount) {
        return of.stream().mapToLong(amount).sum();
    }

    private static long money(Row row) {
        return row.parts() * row.need().partCost();
    }

    /** The most parts that an offer could now be asked for under a need; 0 for none. */
    int most(Need need, Offer offer) {
        int parts = open(need);
        while (parts > 0 && mayStand(List.of(new Row(need, offer, parts))).isEmpty()) {
            parts--;
        }
        return Math.max(0, parts);
    }

    /** What stands no longer for its need is taken back before anything is given out, and whenever terms are looked at. */
    void takeBackOutdated() {
        proposals.stream().filter(Proposal::outdated).forEach(one -> end(one, ProposalStatus.WITHDRAWN));
    }

    void lookAtTerms() {
        takeBackOutdated();
        proposals.stream()
                .filter(one -> one.status == ProposalStatus.IN_DELIVERY && one.milestonePast)
                .forEach(ActsModel::followUp);
        for (Proposal one : proposals) {
            if (one.late && one.status == ProposalStatus.BEFORE_COMMITTEE) {
                one.status = ProposalStatus.AWAITS_RECIPIENT;
                one.shownToRecipient = true;
                one.late = false;
            } else if (one.late && one.status == ProposalStatus.DELIVERED) {
                one.askedAfterAYear = true;
                one.late = false;
            } else if (one.late) {
                end(one, ProposalStatus.LAPSED);
            }
        }
    }

    /** All milestones that are past were due on one day, so that each thing is done once. */
    private static void followUp(Proposal one) {
        one.toldOverdue = true;
        one.askedForReports |= !one.lookedForReports && one.reported.size() < Party.values().length;
        one.lookedForReports = true;
    }

    void end(Proposal one, ProposalStatus end) {
        boolean matched = one.status.isMatch();
        one.status = end;
        one.late = false;
        one.heldBy.clear();
        if (matched && matches(one.need).isEmpty()) {
            one.need.follow(NeedStatus.OPEN);
        }
    }

    private List<Proposal> matches(Need need) {
        return proposals.stream()
                .filter(one -> one.need == need && one.status.isMatch())
                .toList();
    }

    void delivering(Proposal one) {
        if (one.status == ProposalStatus.CONFIRMED) {
            one.status = ProposalStatus.IN_DELIVERY;
            one.need.follow(NeedStatus.IN_DELIVERY);
        }
    }

    void finished(Proposal one, Party party) {
        one.finished.add(party);
        if (one.finished.size() == Party.values().length) {
            delivered(one);
        }
    }

    void delivered(Proposal one) {
        boolean whole = isDeliveredWith(one);
        one.status = ProposalStatus.DELIVERED;
        if (whole) {
            one.need.follow(NeedStatus.DELIVERED);
        }
    }

    /** Whether nothing of its need is left to be delivered once this is. */
    boolean isDeliveredWith(Proposal one) {
        int others = matches(one.need).stream()
                .filter(match -> match != one && !match.status.leadsTo(ProposalStatus.WITHDRAWN))
                .mapToInt(match -> match.parts)
                .sum();
        return others + one.parts >= one.need.parts;
    }

    void closeIfAllIsSaid(Proposal one) {
        if (one.rated.size() < Party.values().length || !one.answered) {
            return;
        }
        one.status = ProposalStatus.CLOSED;
        if (matches(one.need).stream().allMatch(match -> match.status == ProposalStatus.CLOSED)) {
            one.need.follow(NeedStatus.CLOSED);
        }
    }
}
