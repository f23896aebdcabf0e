package org.switchboard.matching.engine.candidate;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.switchboard.matching.engine.Ids;

/**
 * Offers by theme, kind and language. It only leaves out offers that one of these three rules would refuse, so that the
 * rules are asked of few pairs; it decides nothing itself.
 */
final class OfferIndex {

    private final Lookup byTheme;
    private final Lookup byKind;
    private final Lookup byLanguage;

    OfferIndex(List<OfferTerms> offers) {
        byTheme = new Lookup(offers, OfferTerms::themes, true);
        byKind = new Lookup(offers, OfferTerms::kinds, true);
        byLanguage = new Lookup(offers, OfferTerms::languages, false);
    }

    /** Offers, by their place in the list, that cover the theme and kind and share a language. */
    BitSet worthAsking(NeedTerms need) {
        BitSet possible = byTheme.offersWithAny(
                need.subTheme().isPresent()
                        ? Ids.of(need.theme(), need.subTheme().getAsInt())
                        : Ids.of(need.theme()));
        possible.and(byKind.offersWithAny(Ids.of(need.kind())));
        possible.and(byLanguage.offersWithAny(need.languages()));
        return possible;
    }

    private static final class Lookup {

        private final BitSet withoutAny = new BitSet();
        private final Map<Integer, BitSet> withId = new HashMap<>();

        Lookup(List<OfferTerms> offers, Function<OfferTerms, Ids> ids, boolean noneMeansAny) {
            for (int j = 0; j < offers.size(); j++) {
                int offer = j;
                Ids ofOffer = ids.apply(offers.get(j));
                ofOffer.stream().forEach(id -> withId.computeIfAbsent(id, unseen -> new BitSet())
                        .set(offer));
                withoutAny.set(j, noneMeansAny && ofOffer.isEmpty());
            }
        }

        BitSet offersWithAny(Ids ids) {
            BitSet offers = (BitSet) withoutAny.clone();
            ids.stream().mapToObj(withId::get).forEach(with -> {
                if (with != null) {
                    offers.or(with);
                }
            });
            return offers;
        }
    }
}
