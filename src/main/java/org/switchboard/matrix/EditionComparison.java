package org.switchboard.matrix;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.summingLong;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.switchboard.matrix.EditionChanges.Item;
import org.switchboard.matrix.EditionChanges.Line;
import org.switchboard.matrix.EditionChanges.What;

/** Compares what two editions say to the same audience. */
final class EditionComparison {

    /** What an edition says of an item, by the name of the field. */
    private record Said<T>(String field, Function<T, Object> value) {}

    private static final List<Said<EditionContent.Need>> OF_NEEDS = List.of(
            new Said<>("title", EditionContent.Need::title),
            new Said<>("theme", EditionContent.Need::theme),
            new Said<>("stage", EditionContent.Need::stage),
            new Said<>("kind", EditionContent.Need::kind),
            new Said<>("status", EditionContent.Need::status),
            new Said<>("costUsd", EditionContent.Need::costUsd),
            new Said<>("parts", EditionContent.Need::parts),
            new Said<>("languages", EditionContent.Need::languages),
            new Said<>("from", EditionContent.Need::from),
            new Said<>("to", EditionContent.Need::to));

    private static final List<Said<EditionContent.Offer>> OF_OFFERS = List.of(
            new Said<>("providerName", EditionContent.Offer::providerName),
            new Said<>("title", EditionContent.Offer::title),
            new Said<>("themes", EditionContent.Offer::themes),
            new Said<>("kinds", EditionContent.Offer::kinds),
            new Said<>("stages", EditionContent.Offer::stages),
            new Said<>("regions", EditionContent.Offer::regions),
            new Said<>("states", EditionContent.Offer::states),
            new Said<>("budgetUsd", EditionContent.Offer::budgetUsd),
            new Said<>("languages", EditionContent.Offer::languages),
            new Said<>("from", EditionContent.Offer::from),
            new Said<>("to", EditionContent.Offer::to),
            new Said<>("contact", EditionContent.Offer::contact));

    private final EditionContent before;
    private final EditionContent after;
    private final List<Line> lines = new ArrayList<>();

    private EditionComparison(EditionContent before, EditionContent after) {
        this.before = before;
        this.after = after;
    }

    /** The differences, needs first. */
    static List<Line> of(EditionContent before, EditionContent after) {
        EditionComparison comparison = new EditionComparison(before, after);
        comparison.needs();
        comparison.offers();
        return comparison.lines;
    }

    static EditionChanges.Summary summary(List<Line> lines) {
        return new EditionChanges.Summary(
                count(lines, Item.NEED, What.NEW),
                count(lines, Item.NEED, What.CHANGED),
                count(lines, Item.NEED, What.MATCHED),
                count(lines, Item.NEED, What.GONE),
                count(lines, Item.OFFER, What.NEW),
                count(lines, Item.OFFER, What.CHANGED),
                count(lines, Item.OFFER, What.GONE));
    }

    private static long count(List<Line> lines, Item item, What what) {
        return lines.stream()
                .filter(line -> line.item() == item && line.what() == what)
                .count();
    }

    private void needs() {
        Map<UUID, EditionContent.Need> then = byId(before.needs(), EditionContent.Need::id);
        Map<UUID, EditionContent.Need> now = byId(after.needs(), EditionContent.Need::id);
        Agreed agreedThen = Agreed.of(before);
        Agreed agreedNow = Agreed.of(after);
        now.forEach((id, need) -> {
            EditionContent.Need earlier = then.get(id);
            if (earlier == null) {
                lines.add(line(need, What.NEW, List.of()));
            } else {
                List<String> fields = differing(OF_NEEDS, earlier, need);
                if (!fields.isEmpty()) {
                    lines.add(line(need, What.CHANGED, fields));
                }
            }
            int parts = agreedNow.parts(id) - agreedThen.parts(id);
            if (parts > 0) {
                lines.add(new Line(
                        Item.NEED,
                        What.MATCHED,
                        id,
                        need.state(),
                        need.reference(),
                        need.title(),
                        List.of(),
                        parts,
                        agreedNow.usd(id) - agreedThen.usd(id)));
            }
        });
        then.values().stream()
                .filter(need -> !now.containsKey(need.id()))
                .forEach(need -> lines.add(line(need, What.GONE, List.of())));
    }

    private void offers() {
        Map<UUID, EditionContent.Offer> then = byId(before.offers(), EditionContent.Offer::id);
        Map<UUID, EditionContent.Offer> now = byId(after.offers(), EditionContent.Offer::id);
        now.forEach((id, offer) -> {
            EditionContent.Offer earlier = then.get(id);
            if (earlier == null) {
                lines.add(line(offer, What.NEW, List.of()));
            } else {
                List<String> fields = differing(OF_OFFERS, earlier, offer);
                if (!fields.isEmpty()) {
                    lines.add(line(offer, What.CHANGED, fields));
                }
            }
        });
        then.values().stream()
                .filter(offer -> !now.containsKey(offer.id()))
                .forEach(offer -> lines.add(line(offer, What.GONE, List.of())));
    }

    private record Agreed(Map<UUID, Integer> parts, Map<UUID, Long> usd) {
        static Agreed of(EditionContent edition) {
            return new Agreed(
                    edition.matches().stream()
                            .collect(groupingBy(EditionContent.Match::need, summingInt(EditionContent.Match::parts))),
                    edition.matches().stream()
                            .collect(groupingBy(EditionContent.Match::need, summingLong(EditionContent.Match::usd))));
        }

        int parts(UUID need) {
            return parts.getOrDefault(need, 0);
        }

        long usd(UUID need) {
            return usd.getOrDefault(need, 0L);
        }
    }

    private static <T> Map<UUID, T> byId(List<T> items, Function<T, UUID> id) {
        Map<UUID, T> byId = new LinkedHashMap<>();
        items.forEach(item -> byId.put(id.apply(item), item));
        return byId;
    }

    private static <T> List<String> differing(List<Said<T>> said, T earlier, T later) {
        return said.stream()
                .filter(one ->
                        !Objects.equals(one.value().apply(earlier), one.value().apply(later)))
                .map(Said::field)
                .toList();
    }

    private static Line line(EditionContent.Need need, What what, List<String> fields) {
        return new Line(Item.NEED, what, need.id(), need.state(), need.reference(), need.title(), fields, null, null);
    }

    private static Line line(EditionContent.Offer offer, What what, List<String> fields) {
        return new Line(
                Item.OFFER, what, offer.id(), offer.provider(), offer.reference(), offer.title(), fields, null, null);
    }
}
