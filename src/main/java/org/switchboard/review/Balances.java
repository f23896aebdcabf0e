package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.offer.OfferView;
import org.switchboard.offer.Offers;
import org.switchboard.offer.SeenOffer;
import org.switchboard.shared.Refusal;

/** The face of what is left of offers. It would betray matches that others may not see, and is shown to none of them. */
@Walled
@ApplicationScoped
public class Balances {

    private final Offers offers;
    private final ProposalRepository proposals;
    private final DeliveryRepository stored;

    Balances(Offers offers, ProposalRepository proposals, DeliveryRepository stored) {
        this.offers = offers;
        this.proposals = proposals;
        this.stored = stored;
    }

    /**
     * What is left of an offer. To its provider what it was not asked about yet is not there.
     *
     * @throws Refusal.NotAllowed if the reader sees the offer, but its provider does not confide in it
     */
    @Transactional
    public BalanceView of(Reader reader, UUID offer) {
        SeenOffer seen = offers.get(reader, offer);
        if (!(seen instanceof OfferView view)) {
            throw new Refusal.NotAllowed("Only its provider, the experts and the Committee may see this.");
        }
        List<ProposalEntity> standing = proposals.standing(reader).stream()
                .filter(proposal -> proposal.offer.equals(offer))
                .toList();
        long agreed = sum(standing, true);
        long consulted = sum(standing, false);
        Spent spent = standing.isEmpty()
                ? new Spent(0, 0)
                : Spent.of(stored.payments(
                        standing.stream().map(proposal -> proposal.id).toList()));
        long budget = view.dollars().budgetUsd();
        return new BalanceView(
                offer,
                budget,
                consulted,
                agreed,
                spent.committedUsd(),
                spent.paidUsd(),
                budget - agreed - consulted,
                (int) standing.stream()
                        .map(proposal -> proposal.need)
                        .distinct()
                        .count());
    }

    private static long sum(List<ProposalEntity> standing, boolean matches) {
        return standing.stream()
                .filter(proposal -> proposal.status.isMatch() == matches)
                .mapToLong(proposal -> proposal.usd)
                .sum();
    }
}
