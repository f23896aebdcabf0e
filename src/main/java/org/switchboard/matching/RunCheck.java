package org.switchboard.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferStatus;
import org.switchboard.offer.OfferView;
import org.switchboard.offer.Standing;
import org.switchboard.shared.Violation;

/** One look at what people ask of a run about needs and offers: names all that is wrong with it. It is used once. */
final class RunCheck {

    private final CreateRun asked;
    private final Known known;
    private final List<Commitments.Row> agreed;
    private final List<Commitments.Row> start;
    private final List<Violation> broken = new ArrayList<>();

    /**
     * @param agreed rows that people have agreed before
     * @param start rows of the plan that the run starts from
     */
    RunCheck(CreateRun asked, Known known, List<Commitments.Row> agreed, List<Commitments.Row> start) {
        this.asked = asked;
        this.known = known;
        this.agreed = agreed;
        this.start = start;
    }

    /** What the reader who asks may see of that which is named; to this reader there is nothing else. */
    record Known(Map<UUID, NeedView> needs, Map<UUID, OfferView> offers, Set<String> providers) {}

    private record Pair(UUID need, UUID offer) {}

    List<Violation> broken() {
        pins();
        for (int i = 0; i < asked.leftAlone().size(); i++) {
            need("/leftAlone/" + i, asked.leftAlone().get(i));
        }
        for (int i = 0; i < asked.bans().size(); i++) {
            ban("/bans/" + i, asked.bans().get(i));
        }
        for (int i = 0; i < asked.lockedOffers().size(); i++) {
            offer("/lockedOffers/" + i, asked.lockedOffers().get(i));
        }
        budgets();
        return broken;
    }

    private void pins() {
        Set<Pair> seen = new HashSet<>();
        Map<UUID, Integer> partsOfNeeds = new HashMap<>();
        for (int i = 0; i < asked.pins().size(); i++) {
            Pin pin = asked.pins().get(i);
            String place = "/pins/" + i;
            require(seen.add(new Pair(pin.need(), pin.offer())), place, "Unique", "names a pair that is pinned above");
            pinnedNeed(place, pin, partsOfNeeds.merge(pin.need(), pin.parts(), Integer::sum));
            pinnedOffer(place, pin);
            beside(place, pin);
        }
    }

    private void pinnedNeed(String place, Pin pin, int partsPinned) {
        NeedView need = need(place + "/need", pin.need());
        if (need == null) {
            return;
        }
        require(
                need.status().counts(),
                place + "/need",
                "AskedFor",
                "is " + words(need.status()) + ": nothing is matched that no State asks for");
        int tranches = need.content().tranches();
        require(
                partsPinned <= tranches,
                place + "/parts",
                "Parts",
                "the need has " + tranches + " parts, of which " + partsPinned + " would be pinned");
    }

    private void pinnedOffer(String place, Pin pin) {
        OfferView offer = offer(place + "/offer", pin.offer());
        if (offer == null) {
            return;
        }
        require(
                offer.status() != OfferStatus.DRAFT,
                place + "/offer",
                "Offered",
                "is a draft, which nobody offers yet");
        require(
                asked.whatIf() != null || offer.content().standing() == Standing.FUNDED,
                place + "/offer",
                "Funded",
                "is potential: only what-if runs take it");
    }

    /** What else stands, or is asked for, that a pin may contradict. */
    private void beside(String place, Pin pin) {
        agreed.stream()
                .filter(row -> row.need().equals(pin.need()) && row.offer().equals(pin.offer()))
                .filter(row -> row.parts() != pin.parts())
                .forEach(row -> broken.add(new Violation(
                        place + "/parts", "Agreed", "is agreed already, with " + row.parts() + " parts")));
        Commitments.Row row = new Commitments.Row(pin.need(), pin.offer(), pin.parts());
        require(
                !asked.lockedOffers().contains(pin.offer()) || start.contains(row) || agreed.contains(row),
                place + "/offer",
                "Locked",
                "is locked, and this is no row of the plan that the run starts from");
    }

    private void ban(String place, Ban ban) {
        need(place + "/need", ban.need());
        require(
                (ban.offer() == null) != (ban.provider() == null),
                place,
                "OneOf",
                "must name either an offer or a provider");
        if (ban.offer() != null) {
            offer(place + "/offer", ban.offer());
        }
        if (ban.provider() != null) {
            provider(place + "/provider", ban.provider());
        }
        require(
                standing().noneMatch(pair -> forbids(ban, pair)),
                place,
                "NotPinned",
                "forbids what is pinned, agreed or kept by a locked offer");
    }

    private Stream<Pair> standing() {
        return Stream.of(
                        asked.pins().stream().map(pin -> new Pair(pin.need(), pin.offer())),
                        agreed.stream().map(row -> new Pair(row.need(), row.offer())),
                        start.stream()
                                .filter(row -> asked.lockedOffers().contains(row.offer()))
                                .map(row -> new Pair(row.need(), row.offer())))
                .flatMap(pairs -> pairs);
    }

    private boolean forbids(Ban ban, Pair pair) {
        if (!ban.need().equals(pair.need())) {
            return false;
        }
        OfferView offer = known.offers().get(pair.offer());
        return pair.offer().equals(ban.offer())
                || offer != null && offer.provider().equals(ban.provider());
    }

    private void budgets() {
        WhatIf whatIf = asked.whatIf();
        if (whatIf == null) {
            return;
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < whatIf.budgets().size(); i++) {
            UUID id = whatIf.budgets().get(i).offer();
            String place = "/whatIf/budgets/" + i + "/offer";
            require(seen.add(id), place, "Unique", "has another budget above");
            OfferView offer = offer(place, id);
            require(
                    offer == null || offer.status() == OfferStatus.ACTIVE,
                    place,
                    "Active",
                    "is not active, so that its budget changes nothing");
        }
    }

    private @Nullable NeedView need(String place, UUID id) {
        NeedView need = known.needs().get(id);
        require(need != null, place, "KnownNeed", "is no need that you may see");
        return need;
    }

    private @Nullable OfferView offer(String place, UUID id) {
        OfferView offer = known.offers().get(id);
        require(offer != null, place, "KnownOffer", "is no offer that you may see");
        return offer;
    }

    private void provider(String place, String code) {
        require(known.providers().contains(code), place, "KnownProvider", "is no provider that you may see");
    }

    private void require(boolean holds, String place, String code, String message) {
        if (!holds) {
            broken.add(new Violation(place, code, message));
        }
    }

    private static String words(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
