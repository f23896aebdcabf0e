package org.switchboard.notice;

import io.quarkus.arc.Arc;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Happening;
import org.switchboard.testing.AsService;

/** Things that happen in tests, each with its entry in the record of changes. */
final class Happened {

    private Happened() {}

    private static Changes changes() {
        return Arc.container().instance(Changes.class).get();
    }

    /** @return the item, by which its notices can be found */
    static UUID to(String kind, Map<String, String> words, String... addressees) {
        UUID item = UUID.randomUUID();
        AsService.run(() -> tell(kind, item, words, addressees));
        return item;
    }

    /** In the transaction at hand. */
    static long tell(String kind, UUID item, Map<String, String> words, String... addressees) {
        // of a kind whose record the experts follow whether or not there is such an item
        long change = changes().record("run", item, "test", null, null, "because", Map.of());
        changes().tell(new Happening(change, kind, "need", item, Set.of(addressees), words));
        return change;
    }

    static UUID needOpened(String... addressees) {
        return to("need-opened", Map.of("reference", "N-1"), addressees);
    }

    static UUID proposalAwaitsRecipient(String... addressees) {
        return to(
                "proposal-awaits-recipient",
                Map.of("reference", "P-SECRET", "provider", "UNDP-SECRET", "until", "2027-03-05"),
                addressees);
    }
}
