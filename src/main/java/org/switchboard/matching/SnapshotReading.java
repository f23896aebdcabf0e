package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchboard.access.Reader;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.offer.OfferView;
import org.switchboard.offer.Offers;
import org.switchboard.reference.ReferenceData;

/** Reads what a run matches: what is stored at this moment, with what people ask of the run. */
@ApplicationScoped
class SnapshotReading {

    private final RunRepository stored;
    private final Policies policies;
    private final Needs needs;
    private final Offers offers;
    private final Commitments commitments;
    private final ExtraOffers extraOffers;
    private final ReferenceData reference;
    private final Clock clock;

    SnapshotReading(
            RunRepository stored,
            Policies policies,
            Needs needs,
            Offers offers,
            Commitments commitments,
            ExtraOffers extraOffers,
            ReferenceData reference,
            Clock clock) {
        this.stored = stored;
        this.policies = policies;
        this.needs = needs;
        this.offers = offers;
        this.commitments = commitments;
        this.extraOffers = extraOffers;
        this.reference = reference;
        this.clock = clock;
    }

    /** What this run matches. */
    Snapshot of(Reader reader, RunEntity run) {
        RunAdjustments asked = RunAdjustments.of(run.adjustments);
        Commitments.Standing standing = startingFrom(reader, run, commitments.standing(reader));
        Set<UUID> agreed = standing.pins().stream().map(Commitments.Row::need).collect(Collectors.toSet());
        List<Commitments.Row> fixed = fixed(standing, asked);
        List<NeedView> wanted = needs
                .open(reader, fixed.stream().map(Commitments.Row::need).toList())
                .stream()
                // nothing is matched that no State asks for, unless it was agreed before
                .filter(need -> need.status().counts() || agreed.contains(need.id()))
                .toList();
        List<OfferView> offered = new ArrayList<>(
                offers.active(reader, fixed.stream().map(Commitments.Row::offer).toList()));
        List<OfferView> extra = extraOffers.of(run);
        offered.addAll(extra);
        PolicyContent policy = policies.get(reader, run.policy).policy();
        return new SnapshotMapping(reference, policy, standing, asked, ids(extra), LocalDate.now(clock))
                .of(wanted, offered);
    }

    /** What stands, with the rows of the plan that the run starts from in place of those of the plan last put forward. */
    private Commitments.Standing startingFrom(Reader reader, RunEntity run, Commitments.Standing standing) {
        if (run.startFrom == null) {
            return standing;
        }
        RunEntity start = stored.run(reader, run.startFrom)
                .orElseThrow(() -> new IllegalStateException("run " + run.id + " starts from one that is gone"));
        return new Commitments.Standing(
                standing.pins(), standing.bans(), stored.planRows(start), standing.findings(), standing.ratings());
    }

    /** Rows that are to stand, whose needs and offers take part whatever their status. */
    private static List<Commitments.Row> fixed(Commitments.Standing standing, RunAdjustments asked) {
        Set<UUID> locked = new HashSet<>(asked.lockedOffers());
        return Stream.of(
                        standing.pins().stream(),
                        asked.pins().stream().map(pin -> new Commitments.Row(pin.need(), pin.offer(), pin.parts())),
                        standing.previous().stream().filter(row -> locked.contains(row.offer())))
                .flatMap(rows -> rows)
                .toList();
    }

    private static Set<UUID> ids(List<OfferView> extra) {
        return extra.stream().map(OfferView::id).collect(Collectors.toSet());
    }
}
