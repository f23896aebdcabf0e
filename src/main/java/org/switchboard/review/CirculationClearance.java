package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.need.Clearance;
import org.switchboard.shared.Refusal;

/** Where the policy asks for it, a need is opened only once the Committee has let its request pass. */
@ApplicationScoped
class CirculationClearance implements Clearance {

    private final CirculationRepository stored;
    private final ReviewPolicies policies;

    CirculationClearance(CirculationRepository stored, ReviewPolicies policies) {
        this.stored = stored;
        this.policies = policies;
    }

    @Override
    public void require(Reader reader, UUID need) {
        if (policies.inForce().noObjectionOnCirculation() > 0 && !stored.hasPassed(reader, need)) {
            throw new Refusal.Conflict("The policy in force asks the Committee before a need is opened to providers:"
                    + " put its request before the Committee at /api/v1/circulations.");
        }
    }
}
