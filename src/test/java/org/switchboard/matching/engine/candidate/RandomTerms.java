package org.switchboard.matching.engine.candidate;

import java.util.Random;
import org.switchboard.matching.engine.Ids;

/** Seeded terms of needs and offers in which any rule may be broken. */
public final class RandomTerms {

    private final Random random;

    public RandomTerms(long seed) {
        random = new Random(seed);
    }

    public NeedTerms need() {
        Terms.Need need = Terms.need();
        need.state = random.nextInt(4);
        need.regions = Ids.of(random.nextInt(3));
        need.theme = random.nextInt(3);
        need.subTheme = random.nextBoolean() ? 10 + random.nextInt(3) : null;
        need.kind = random.nextInt(3);
        need.parts = 1 << random.nextInt(3);
        need.cost = need.parts * (1L + random.nextInt(300));
        need.languages = random.nextInt(8) == 0 ? Ids.none() : Ids.of(random.nextInt(3));
        need.from = Terms.START.plusDays(random.nextInt(200));
        need.to = need.from.plusDays(random.nextInt(50));
        need.blocked = random.nextInt(4) == 0 ? Ids.of(random.nextInt(4)) : Ids.none();
        need.open = random.nextInt(9) != 0;
        need.release = random.nextInt(3) == 0
                ? new Release.ToProviders(Ids.of(random.nextInt(4)))
                : new Release.ToAnyProvider();
        need.dueDiligence = random.nextInt(5) == 0;
        return need.terms();
    }

    public OfferTerms offer() {
        Terms.Offer offer = Terms.offer();
        offer.provider = random.nextInt(4);
        offer.themes = random.nextInt(4) == 0 ? Ids.none() : Ids.of(random.nextInt(3), 10 + random.nextInt(3));
        offer.kinds = random.nextInt(3) == 0 ? Ids.none() : Ids.of(random.nextInt(3));
        offer.regions = random.nextInt(3) == 0 ? Ids.none() : Ids.of(random.nextInt(3));
        offer.states = random.nextInt(3) == 0 ? Ids.none() : Ids.of(random.nextInt(4));
        offer.excluded = random.nextInt(4) == 0 ? Ids.of(random.nextInt(4)) : Ids.none();
        offer.languages = random.nextInt(8) == 0 ? Ids.none() : Ids.of(random.nextInt(3));
        offer.from = Terms.START.plusDays(random.nextInt(200));
        offer.to = offer.from.plusDays(random.nextInt(100));
        offer.budget = 100 + random.nextInt(900);
        offer.floor = random.nextInt(300);
        offer.ceiling = offer.floor + random.nextInt(300);
        offer.cap = 50 + random.nextInt(500);
        offer.active = random.nextInt(9) != 0;
        offer.dueDiligence = random.nextInt(5) == 0;
        return offer.terms();
    }
}
