package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.offer.OfferView;
import org.switchboard.offer.Offers;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.shared.Refusal;

/** Reads a stored plan for people and as files. A match is shown only where its reader may see both its sides. */
@ApplicationScoped
class PlanReading {

    private final RunRepository stored;
    private final Needs needs;
    private final Offers offers;
    private final ExtraOffers extraOffers;
    private final ReferenceData reference;

    PlanReading(RunRepository stored, Needs needs, Offers offers, ExtraOffers extraOffers, ReferenceData reference) {
        this.stored = stored;
        this.needs = needs;
        this.offers = offers;
        this.extraOffers = extraOffers;
        this.reference = reference;
    }

    PlanView view(Reader reader, RunEntity run) {
        RunSnapshotEntity snapshot = solved(run);
        Map<UUID, NeedView> need = needs.of(reader, snapshot.needIds);
        Map<UUID, OfferView> offer = offersOf(reader, run, snapshot.offerIds);
        List<PlanView.Row> rows = stored.rows(run).stream()
                .flatMap(row -> row(row, need.get(row.need), offer.get(row.offer)).stream())
                .sorted(BY_STATE_AND_NEED)
                .toList();
        Coverages coverages = new Coverages(
                need.values(),
                rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.need().id(), Collectors.summingLong(PlanView.Row::usd))));
        return new PlanView(
                run.id,
                run.whatIf,
                run.sample,
                run.policy,
                run.seed,
                run.level1,
                run.level2,
                coverages.total(),
                rows,
                unmet(run, need.values(), rows, new HashSet<>(snapshot.needsWithoutCandidates)),
                coverages.by(asked -> List.of(state(asked.state()).region())),
                coverages.by(asked -> List.of(
                        reference.areaOf(asked.content().theme()).orElseThrow().code())));
    }

    byte[] problemFile(RunEntity run) {
        RunSnapshotEntity snapshot = stored.snapshot(run)
                .orElseThrow(() ->
                        new Refusal.Conflict("This run has not read its problem yet. Ask again once it is solving."));
        return Gzip.read(snapshot.problem);
    }

    byte[] certificateFile(RunEntity run) {
        requirePlan(run);
        return stored.certificate(run)
                .map(certificate -> Gzip.read(certificate.file))
                .orElseThrow(() -> new Refusal.Conflict("What proves the bound of this plan was not kept as a file."));
    }

    byte[] startPricesFile(RunEntity run) {
        return stored.snapshot(run)
                .flatMap(snapshot -> Optional.ofNullable(snapshot.startPrices))
                .map(Gzip::read)
                .orElseThrow(() -> new Refusal.Conflict(
                        "This run found its prices anew, as it started from no other run, or it has not begun yet."));
    }

    /** Those of these offers that the reader may see, and those that a run supposes, which go with the run. */
    Map<UUID, OfferView> offersOf(Reader reader, RunEntity run, Collection<UUID> ids) {
        Map<UUID, OfferView> seen = new HashMap<>(offers.of(reader, ids));
        supposedBy(run).forEach(offer -> seen.put(offer.id(), offer));
        return seen;
    }

    /** Offers that there are only within a run. */
    List<OfferView> supposedBy(RunEntity run) {
        return extraOffers.of(run);
    }

    byte[] planFile(RunEntity run) {
        RunSnapshotEntity snapshot = solved(run);
        Map<UUID, Integer> need = numbers(snapshot.needIds);
        Map<UUID, Integer> offer = numbers(snapshot.offerIds);
        List<PlanRow> rows = stored.rows(run).stream()
                .map(row -> new PlanRow(number(need, row.need), number(offer, row.offer), row.parts))
                .sorted(PlanRow.BY_NEED_THEN_OFFER)
                .toList();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            PlanFile.write(rows, file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a plan", e);
        }
        return file.toByteArray();
    }

    private static final Comparator<PlanView.Row> BY_STATE_AND_NEED = Comparator.comparing(
                    (PlanView.Row row) -> row.need().state())
            .thenComparing(row -> row.need().reference())
            .thenComparing(row -> row.offer().provider())
            .thenComparing(row -> row.offer().reference());

    /** @throws Refusal.Conflict if the run has no plan, or none yet */
    static void requirePlan(RunEntity run) {
        if (!run.hasPlan()) {
            throw new Refusal.Conflict(
                    run.status.isEnd()
                            ? "This run ended without a plan."
                            : "This run is still under way. Ask again once its status is SOLVED.");
        }
    }

    private RunSnapshotEntity solved(RunEntity run) {
        requirePlan(run);
        return stored.snapshot(run).orElseThrow(() -> new IllegalStateException("plan without snapshot: " + run.id));
    }

    private static List<PlanView.Unmet> unmet(
            RunEntity run, Collection<NeedView> needs, List<PlanView.Row> rows, Set<UUID> withoutCandidates) {
        Set<UUID> leftAlone = Set.copyOf(RunAdjustments.of(run.adjustments).leftAlone());
        Set<UUID> served = rows.stream().map(row -> row.need().id()).collect(Collectors.toSet());
        return needs.stream()
                .filter(need -> !served.contains(need.id()))
                .sorted(Comparator.comparingLong(NeedView::costUsd).reversed().thenComparing(NeedView::id))
                .map(need -> new PlanView.Unmet(
                        PlanView.NeedLine.of(need),
                        !withoutCandidates.contains(need.id()),
                        leftAlone.contains(need.id())))
                .toList();
    }

    private static Map<UUID, Integer> numbers(List<UUID> ids) {
        Map<UUID, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        return numbers;
    }

    private static int number(Map<UUID, Integer> numbers, UUID id) {
        return Objects.requireNonNull(numbers.get(id), "plan row outside its snapshot");
    }

    /** A match, where both its sides may be seen. */
    private static Optional<PlanView.Row> row(PlanRowEntity row, @Nullable NeedView need, @Nullable OfferView offer) {
        return need == null || offer == null
                ? Optional.empty()
                : Optional.of(new PlanView.Row(
                        PlanView.NeedLine.of(need), PlanView.OfferLine.of(offer), row.parts, row.usd, row.fit));
    }

    private State state(String iso3) {
        return reference.state(iso3).orElseThrow();
    }
}
