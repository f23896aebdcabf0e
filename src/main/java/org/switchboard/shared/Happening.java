package org.switchboard.shared;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Something that people are told of. It is fired within the transaction of the change that it tells of, and whoever tells
 * people stores it there: no change is without its notice and no notice without its change.
 *
 * @param change the entry in the record of changes; the same people hear of it once, or once of each kind
 * @param kind what happened, as the key of its words: {@code need-returned}, {@code proposal-awaits-recipient}, …
 * @param item what kind of item it happened to
 * @param addressees who is told: keys of owners ({@code state:KEN}, {@code provider:UNDP}, {@code executive-directorate}) or
 *     {@code committee}, or {@code participants} for all who take part
 * @param recused member States that are not told with the Committee, as they do not decide with it
 * @param words what stands in the gaps of its sentences; nothing that one of the addressees may not see
 */
public record Happening(
        long change,
        String kind,
        String item,
        UUID itemId,
        Set<String> addressees,
        Set<String> recused,
        Map<String, String> words) {

    public Happening {
        addressees = Set.copyOf(addressees);
        recused = Set.copyOf(recused);
        words = Map.copyOf(words);
    }

    /** Of which all addressees are told. */
    public Happening(
            long change, String kind, String item, UUID itemId, Set<String> addressees, Map<String, String> words) {
        this(change, kind, item, itemId, addressees, Set.of(), words);
    }
}
