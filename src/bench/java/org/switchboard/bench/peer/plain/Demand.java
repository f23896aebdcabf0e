package org.switchboard.bench.peer.plain;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Problem;

/** A need with all that a constraint asks about it; its index in the problem tells it from others. */
public final class Demand {

    private final int index;
    private final Need need;
    private final Recipient recipient;
    private final Map<Funder, Integer> fits;
    private final Map<Funder, Integer> previousParts;
    private final Problem charges;

    /** @param charges the problem that says what level 2 charges */
    Demand(
            int index,
            Need need,
            Recipient recipient,
            Map<Funder, Integer> fits,
            Map<Funder, Integer> previousParts,
            Problem charges) {
        this.index = index;
        this.need = need;
        this.recipient = recipient;
        this.fits = fits;
        this.previousParts = previousParts;
        this.charges = charges;
    }

    public int index() {
        return index;
    }

    public Need need() {
        return need;
    }

    public Recipient recipient() {
        return recipient;
    }

    /** One for every period in which it is served. */
    public List<Stay> stays() {
        return IntStream.rangeClosed(need.from(), need.to())
                .mapToObj(period -> new Stay(recipient, period))
                .toList();
    }

    /** 0 to 100, of a candidate. */
    int fit(Funder funder) {
        return fits.get(funder);
    }

    /** The charge on level 2 for that many providers after its first. */
    public long chargeForFurther(long funders) {
        return charges.fragPenalty() * funders;
    }

    /** What is not charged on level 2 because a funder gives again what it gave in the previous plan. */
    public long chargeSaved(Funder funder, int parts) {
        return charges.changePenalty()
                * Math.min(parts, previousParts.getOrDefault(funder, 0))
                * need.quartersPerPart();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Demand that && index == that.index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
