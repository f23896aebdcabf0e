package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.offer.Providers;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * The face of human-rights due diligence. A finding says whether one provider may help with one need; the last one counts. Where
 * the theme or the provider asks for one, nothing is matched or put forward without it.
 */
@Walled
@ApplicationScoped
public class Findings {

    private static final String ITEM = "due-diligence-finding";

    private final ProposalRepository stored;
    private final Needs needs;
    private final Providers providers;
    private final Changes changes;
    private final Clock clock;

    Findings(ProposalRepository stored, Needs needs, Providers providers, Changes changes, Clock clock) {
        this.stored = stored;
        this.needs = needs;
        this.providers = providers;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Findings, oldest first.
     *
     * @param need that they are on; null for all
     */
    @Transactional
    public List<FindingView> list(Reader reader, @Nullable UUID need) {
        Rights.requireConfidant(reader);
        return (need == null ? stored.allFindings() : stored.findings(need))
                .stream().map(FindingView::of).toList();
    }

    /** @throws Refusal.RulesBroken if it names a need or provider that this reader does not see */
    @Transactional
    public FindingView add(Reader reader, CreateFinding asked) {
        Rights.requireExpert(reader);
        NeedView need = needs.of(reader, Set.of(asked.need())).get(asked.need());
        if (need == null) {
            throw broken("/need", "KnownNeed", "is no need that you may see");
        }
        if (!providers.of(reader, Set.of(asked.provider())).containsKey(asked.provider())) {
            throw broken("/provider", "KnownProvider", "is no provider that you may see");
        }
        FindingEntity finding = new FindingEntity();
        finding.id = UUID.randomUUID();
        finding.need = asked.need();
        finding.provider = asked.provider();
        finding.cleared = asked.cleared();
        finding.finding = asked.finding();
        finding.foundBy = reader.name();
        finding.foundAt = clock.instant();
        stored.add(finding);
        FindingView view = FindingView.of(finding);
        changes.record(ITEM, finding.id, reader.name(), null, null, asked.cleared() ? "cleared" : "not cleared", view);
        return view;
    }

    private static Refusal.RulesBroken broken(String place, String rule, String words) {
        return new Refusal.RulesBroken(List.of(new Violation(place, rule, words)));
    }
}
