package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.matching.CheckedRow;
import org.switchboard.matching.Commitments;
import org.switchboard.matching.RowChecks;
import org.switchboard.matching.RunStatus;
import org.switchboard.matching.RunView;
import org.switchboard.matching.Runs;
import org.switchboard.offer.ProviderView;
import org.switchboard.offer.Providers;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * The face of putting forward: what an expert makes of a plan becomes proposals. All rules are asked again beside what stands at
 * that moment, under a lock, so that no money, place or absorption is given out twice.
 */
@Walled
@ApplicationScoped
public class PuttingForward {

    private final ProposalRepository stored;
    private final ProposalLife life;
    private final ProposalViews views;
    private final Terms terms;
    private final Runs runs;
    private final RowChecks checks;
    private final Providers providers;
    private final Acts acts;
    private final Clock clock;

    PuttingForward(
            ProposalRepository stored,
            ProposalLife life,
            ProposalViews views,
            Terms terms,
            Runs runs,
            RowChecks checks,
            Providers providers,
            Acts acts,
            Clock clock) {
        this.stored = stored;
        this.life = life;
        this.views = views;
        this.terms = terms;
        this.runs = runs;
        this.checks = checks;
        this.providers = providers;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Puts a plan forward. Rows that no longer keep every rule are held back, with the reasons; the others become proposals.
     *
     * @throws Refusal.Conflict if the run has no plan, or is a what-if
     * @throws Refusal.RulesBroken if what is asked does not go with the plan
     */
    @Transactional
    public PutForwardView plan(Reader reader, UUID run, PutForward asked) {
        Rights.requireExpert(reader);
        RunView view = runs.get(reader, run);
        requirePlan(view);
        List<WantedRow> wanted = new ChosenRows(runs.rows(reader, run), asked).rows();
        stored.holdAllocation();
        supersede(reader, asked.supersedes());
        PutForwardView made = putForward(reader, run, wanted, view.sample());
        PuttingForwardEntity entry = new PuttingForwardEntity();
        entry.id = UUID.randomUUID();
        entry.run = run;
        entry.putForwardBy = reader.name();
        entry.putForwardAt = clock.instant();
        entry.reason = asked.reason();
        stored.add(entry);
        return made;
    }

    private static void requirePlan(RunView run) {
        if (run.whatIf()) {
            throw new Refusal.Conflict("A what-if run only shows what would be: nothing of it is put forward.");
        }
        if (run.result() == null || run.status() != RunStatus.SOLVED && run.status() != RunStatus.CANCELLED) {
            throw new Refusal.Conflict("This run has no plan to put forward.");
        }
    }

    /**
     * Puts one row forward that no plan has.
     *
     * @throws Refusal.RulesBroken with every rule that it breaks
     */
    @Transactional
    public ProposalView add(Reader reader, PutForward.AddedRow asked) {
        Rights.requireExpert(reader);
        stored.holdAllocation();
        Commitments.Row row = new Commitments.Row(asked.need(), asked.offer(), asked.parts());
        return single(reader, new WantedRow(row, Origin.ADDED, asked.reason()));
    }

    /**
     * What could be put forward for the need of a proposal that came to nothing, the best first.
     *
     * @throws Refusal.Conflict if the proposal stands
     */
    @Transactional
    public List<PutForwardView.Alternative> alternatives(Reader reader, UUID id, int most) {
        Rights.requireExpert(reader);
        return checks.nextBest(reader, ended(reader, id).need, most).stream()
                .map(PutForwardView.Alternative::of)
                .toList();
    }

    /**
     * Puts the next best offer forward for the need of a proposal that came to nothing.
     *
     * @throws Refusal.Conflict if the proposal stands, or there is no other offer
     */
    @Transactional
    public ProposalView nextBest(Reader reader, UUID id) {
        Rights.requireExpert(reader);
        stored.holdAllocation();
        ProposalEntity before = ended(reader, id);
        CheckedRow next = checks.nextBest(reader, before.need, 1).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.Conflict("No other offer may be put forward for this need now."));
        return single(reader, new WantedRow(next.row(), Origin.NEXT_BEST, "after " + before.reference));
    }

    private ProposalEntity ended(Reader reader, UUID id) {
        ProposalEntity before = stored.proposal(reader, id).orElseThrow(Refusal.NotFound::new);
        if (before.status.stands()) {
            throw new Refusal.Conflict("This proposal stands: there is a next one only after it has come to nothing.");
        }
        return before;
    }

    private ProposalView single(Reader reader, WantedRow row) {
        PutForwardView made = putForward(reader, null, List.of(row), false);
        made.heldBack().forEach(held -> {
            throw new Refusal.RulesBroken(held.reasons().stream()
                    .map(why -> new Violation("", why.rule(), why.words()))
                    .toList());
        });
        return made.proposals().get(0);
    }

    private void supersede(Reader reader, List<UUID> superseded) {
        for (UUID id : superseded) {
            ProposalEntity proposal = stored.proposalToChange(reader, id).orElseThrow(Refusal.NotFound::new);
            acts.add(reader, proposal, Owner.executiveDirectorate(), ActKind.SUPERSEDED, "by a new plan");
            life.end(reader, proposal, ProposalStatus.SUPERSEDED, EndedBy.EXPERTS, "superseded by a new plan");
        }
    }

    private PutForwardView putForward(Reader reader, @Nullable UUID run, List<WantedRow> wanted, boolean sample) {
        terms.takeBackOutdated(Reader.system());
        List<CheckedRow> checked =
                checks.check(reader, wanted.stream().map(WantedRow::row).toList());
        Map<String, ProviderView> donors = providers.of(
                reader, checked.stream().map(row -> row.offer().provider()).collect(Collectors.toSet()));
        List<ProposalView> made = new ArrayList<>();
        List<PutForwardView.HeldBack> heldBack = new ArrayList<>();
        for (int i = 0; i < checked.size(); i++) {
            CheckedRow row = checked.get(i);
            if (!row.mayBePutForward()) {
                heldBack.add(PutForwardView.HeldBack.of(row));
                continue;
            }
            ProposalEntity proposal =
                    proposal(row, wanted.get(i), donors.get(row.offer().provider()));
            proposal.run = run;
            proposal.sample = sample || row.need().sample() || row.offer().sample();
            life.begin(reader, proposal);
            made.add(views.whole(proposal));
        }
        return new PutForwardView(run, made, heldBack);
    }

    private static ProposalEntity proposal(CheckedRow row, WantedRow wanted, @Nullable ProviderView donor) {
        ProposalEntity proposal = new ProposalEntity();
        proposal.need = row.need().id();
        proposal.offer = row.offer().id();
        proposal.state = row.need().state();
        proposal.theme = row.need().content().theme();
        proposal.provider = row.offer().provider();
        proposal.donorState = donor == null ? null : donor.content().state();
        proposal.recipient = Owner.state(proposal.state).key();
        proposal.giver = Owner.provider(proposal.provider).key();
        proposal.needReference = row.need().content().reference();
        proposal.needTitle = row.need().content().title();
        proposal.offerReference = row.offer().content().reference();
        proposal.offerTitle = row.offer().content().title();
        proposal.parts = row.row().parts();
        proposal.ofParts = row.need().content().tranches();
        proposal.ofUsd = row.need().costUsd();
        proposal.partialOk = row.need().content().partialOk();
        proposal.usd = row.usd();
        proposal.fit = row.fit();
        proposal.fitParts = row.fitParts();
        proposal.origin = wanted.origin();
        proposal.reason = wanted.reason();
        return proposal;
    }
}
