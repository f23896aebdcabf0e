package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.matching.engine.candidate.Candidates;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.offer.OfferView;
import org.switchboard.offer.Offers;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Refusal;

/**
 * The face of checks: whether what a plan suggested, or an expert would have instead, still keeps every rule beside all that
 * stands at this moment. They are the rules by which plans are made, asked once more.
 */
@Walled
@ApplicationScoped
public class RowChecks {

    private final Needs needs;
    private final Offers offers;
    private final Policies policies;
    private final Commitments commitments;
    private final ReferenceData reference;
    private final Clock clock;

    RowChecks(
            Needs needs,
            Offers offers,
            Policies policies,
            Commitments commitments,
            ReferenceData reference,
            Clock clock) {
        this.needs = needs;
        this.offers = offers;
        this.policies = policies;
        this.commitments = commitments;
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * Checks rows in their order. Each that may be put forward stands for those after it; the rows of a need that only whole
     * cover helps may be put forward together or not at all.
     *
     * @throws Refusal.NotFound if a row names what this reader does not see
     */
    @Transactional
    public List<CheckedRow> check(Reader reader, List<Commitments.Row> rows) {
        Rights.requireExpert(reader);
        Commitments.Standing standing = commitments.standing(reader);
        Map<UUID, NeedView> needsById = needs.of(reader, both(standing, rows, Commitments.Row::need));
        Map<UUID, OfferView> offersById = offers.of(reader, both(standing, rows, Commitments.Row::offer));
        rows.forEach(row -> {
            if (!needsById.containsKey(row.need()) || !offersById.containsKey(row.offer())) {
                throw new Refusal.NotFound();
            }
        });
        List<NeedView> allNeeds = inOrder(needsById.values(), NeedView::id);
        List<OfferView> allOffers = inOrder(offersById.values(), OfferView::id);
        PolicyContent policy = policies.current(reader).policy();
        SnapshotMapping mapping =
                new SnapshotMapping(reference, policy, standing, RunAdjustments.NONE, Set.of(), LocalDate.now(clock));
        return new RowCheck(mapping, allNeeds, allOffers).check(rows);
    }

    /**
     * The offers that may be put forward for a need now, with as many parts as are open and each can pay, the best fit first.
     *
     * @param most how many of them
     */
    @Transactional
    public List<CheckedRow> nextBest(Reader reader, UUID need, int most) {
        Rights.requireExpert(reader);
        NeedView wanted =
                Optional.ofNullable(needs.of(reader, List.of(need)).get(need)).orElseThrow(Refusal.NotFound::new);
        Commitments.Standing standing = commitments.standing(reader);
        int taken = standing.pins().stream()
                .filter(row -> row.need().equals(need))
                .mapToInt(Commitments.Row::parts)
                .sum();
        List<OfferView> active = offers.active(reader, List.of());
        PolicyContent policy = policies.current(reader).policy();
        SnapshotMapping mapping =
                new SnapshotMapping(reference, policy, standing, RunAdjustments.NONE, Set.of(), LocalDate.now(clock));
        Candidates candidates = mapping.candidates(List.of(wanted), active);
        List<UUID> byFit = IntStream.range(0, active.size())
                .filter(offer -> candidates.rulesBroken(0, offer).isEmpty())
                .boxed()
                .sorted(Comparator.comparingInt(
                        offer -> -candidates.fit(0, offer).points()))
                .map(offer -> active.get(offer).id())
                .toList();
        return byFit.stream()
                .flatMap(
                        offer -> mostParts(reader, need, offer, wanted.content().tranches() - taken).stream())
                .limit(most)
                .toList();
    }

    private Optional<CheckedRow> mostParts(Reader reader, UUID need, UUID offer, int open) {
        for (int parts = open; parts > 0; parts--) {
            CheckedRow row = check(reader, List.of(new Commitments.Row(need, offer, parts)))
                    .get(0);
            if (row.mayBePutForward()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static Set<UUID> both(
            Commitments.Standing standing, List<Commitments.Row> rows, Function<Commitments.Row, UUID> part) {
        return Stream.concat(standing.pins().stream(), rows.stream()).map(part).collect(Collectors.toSet());
    }

    private static <T> List<T> inOrder(Collection<T> items, Function<T, UUID> id) {
        return items.stream().sorted(Comparator.comparing(id)).toList();
    }
}
