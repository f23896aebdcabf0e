package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.matching.Commitments;
import org.switchboard.matching.Runs;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;

/** What proposals and their ends mean for every plan. */
@Walled
@ApplicationScoped
public class StandingCommitments implements Commitments {

    private static final double WORST = 1;
    private static final double BEST = 5;

    private final ProposalRepository stored;
    private final DeliveryRepository deliveries;
    private final Needs needs;
    private final Instance<Runs> runs;

    /** @param runs looked up late: runs are made with what stands in mind */
    StandingCommitments(ProposalRepository stored, DeliveryRepository deliveries, Needs needs, Instance<Runs> runs) {
        this.stored = stored;
        this.deliveries = deliveries;
        this.needs = needs;
        this.runs = runs;
    }

    @Override
    @Transactional
    public Standing standing(Reader reader) {
        List<ProposalEntity> standing = stored.standing(reader);
        Map<UUID, NeedView> needsById = needs.of(
                reader, standing.stream().map(proposal -> proposal.need).toList());
        return new Standing(
                standing.stream()
                        .filter(proposal ->
                                proposal.outdated(needsById.get(proposal.need)).isEmpty())
                        .map(proposal -> new Row(proposal.need, proposal.offer, proposal.parts))
                        .toList(),
                stored.banning(reader).stream()
                        .map(proposal -> new Ban(proposal.need, proposal.provider))
                        .distinct()
                        .toList(),
                stored.lastPutForward().map(run -> rows(reader, run)).orElse(List.of()),
                stored.findings().stream()
                        .filter(finding -> finding.cleared)
                        .map(finding -> new Finding(finding.need, finding.provider))
                        .toList(),
                deliveries.ratings().stream()
                        .map(row -> new Rating(row.provider(), row.state(), (row.rating() - WORST) / (BEST - WORST)))
                        .toList());
    }

    private List<Row> rows(Reader reader, UUID run) {
        return runs.get().rows(reader, run);
    }
}
