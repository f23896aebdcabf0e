package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.matching.Commitments;
import org.switchboard.matching.Runs;

/** What proposals and their ends mean for every plan. */
@Walled
@ApplicationScoped
public class StandingCommitments implements Commitments {

    private final ProposalRepository stored;
    private final Instance<Runs> runs;

    /** @param runs looked up late: runs are made with what stands in mind */
    StandingCommitments(ProposalRepository stored, Instance<Runs> runs) {
        this.stored = stored;
        this.runs = runs;
    }

    @Override
    @Transactional
    public Standing standing(Reader reader) {
        return new Standing(
                stored.standing(reader).stream()
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
                List.of());
    }

    private List<Row> rows(Reader reader, UUID run) {
        return runs.get().rows(reader, run);
    }
}
