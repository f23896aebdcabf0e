package org.switchboard.matching;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferView;

/**
 * Whom the numbers of a plan stand for, as far as its reader may see them: an explanation names nobody else.
 *
 * @param needs by id
 * @param offers by id
 */
record ExplainedItems(ExplainedRun run, Map<UUID, NeedView> needs, Map<UUID, OfferView> offers) {

    Optional<PlanView.NeedLine> need(int number) {
        return Optional.ofNullable(needs.get(run.needIds().get(number))).map(PlanView.NeedLine::of);
    }

    Optional<PlanView.OfferLine> offer(int number) {
        return Optional.ofNullable(offers.get(run.offerIds().get(number))).map(PlanView.OfferLine::of);
    }
}
