package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.need.RequestView;
import org.switchboard.need.Requests;
import org.switchboard.shared.Change;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;

/**
 * The face of circulations: where the policy asks for it, a request is before the Committee until its needs are shown to
 * providers.
 */
@Walled
@ApplicationScoped
public class Circulations {

    private final CirculationRepository stored;
    private final CirculationLife life;
    private final ReviewPolicies policies;
    private final Requests requests;
    private final Needs needs;
    private final Changes changes;

    Circulations(
            CirculationRepository stored,
            CirculationLife life,
            ReviewPolicies policies,
            Requests requests,
            Needs needs,
            Changes changes) {
        this.stored = stored;
        this.life = life;
        this.policies = policies;
        this.requests = requests;
        this.needs = needs;
        this.changes = changes;
    }

    /** @throws Refusal.NotFound if there is none that this reader may see */
    @Transactional
    public CirculationView get(Reader reader, UUID id) {
        return CirculationView.of(find(reader, id));
    }

    /** @param status that they have; null for any */
    @Transactional
    public Page<CirculationView> list(Reader reader, @Nullable CirculationStatus status, PageRequest page) {
        return stored.circulations(reader, status, page);
    }

    /** The record of changes of one circulation, oldest first: also who let it pass, asked for time or objected, and why. */
    @Transactional
    public List<Change> changes(Reader reader, UUID id) {
        return changes.of(CirculationLife.ITEM, find(reader, id).id);
    }

    /**
     * Puts the acknowledged needs of a request before the Committee.
     *
     * @throws Refusal.NotFound if there is no such request
     * @throws Refusal.Conflict if the policy does not ask for it, if no need waits to be opened, or if the request is before the
     *     Committee already
     */
    @Transactional
    public CirculationView putBefore(Reader reader, CreateCirculation asked) {
        Rights.requireExpert(reader);
        ReviewPolicyContent policy = policies.inForce();
        if (policy.noObjectionOnCirculation() == 0) {
            throw new Refusal.Conflict(
                    "The policy in force does not put requests before the Committee: open the needs.");
        }
        RequestView request = requests.get(reader, asked.request());
        if (stored.isBeforeCommittee(reader, request.id())) {
            throw new Refusal.Conflict("This request is before the Committee already.");
        }
        List<NeedView> acknowledged = needs.acknowledged(reader, request.id());
        if (acknowledged.isEmpty()) {
            throw new Refusal.Conflict("No need of this request is acknowledged and waits to be opened.");
        }
        return CirculationView.of(life.begin(reader, request, acknowledged, policy, asked.reason()));
    }

    /**
     * The experts take a request back from the Committee.
     *
     * @throws Refusal.Conflict if it is not before the Committee any more
     */
    @Transactional
    public CirculationView withdraw(Reader reader, UUID id, int version, String why) {
        CirculationEntity circulation = stored.circulationToChange(reader, id).orElseThrow(Refusal.NotFound::new);
        Rights.requireExpert(reader);
        Preconditions.requireVersion(version, circulation.version);
        life.withdraw(reader, circulation, why);
        return CirculationView.of(circulation);
    }

    private CirculationEntity find(Reader reader, UUID id) {
        return stored.circulation(reader, id).orElseThrow(Refusal.NotFound::new);
    }
}
