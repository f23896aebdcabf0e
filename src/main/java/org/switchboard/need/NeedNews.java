package org.switchboard.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Happening;

/** Whom the steps of requests and needs are told to. What the sample invents is told to nobody. */
@ApplicationScoped
class NeedNews {

    private final Changes changes;

    NeedNews(Changes changes) {
        this.changes = changes;
    }

    /** @param change the entry of the step in the record of changes */
    void moved(Reader reader, NeedEntity need, long change, String why) {
        kind(need.status).filter(kind -> !reader.sampling()).ifPresent(kind -> {
            boolean toExperts = need.status == NeedStatus.SUBMITTED;
            Map<String, String> words = new HashMap<>(Map.of("reference", need.reference, "state", need.state));
            if (need.status == NeedStatus.RETURNED) {
                words.put("why", why);
            }
            String whom = toExperts ? Owner.executiveDirectorate().key() : need.owner;
            changes.tell(new Happening(change, kind, Needs.ITEM, need.id, Set.of(whom), words));
        });
    }

    void received(Reader reader, RequestEntity request, long change) {
        if (!reader.sampling()) {
            changes.tell(new Happening(
                    change,
                    "request-received",
                    Requests.ITEM,
                    request.id,
                    Set.of(Owner.executiveDirectorate().key()),
                    Map.of("reference", request.reference, "state", request.state)));
        }
    }

    private static Optional<String> kind(NeedStatus status) {
        return switch (status) {
            case SUBMITTED -> Optional.of("need-submitted");
            case RETURNED -> Optional.of("need-returned");
            case ACKNOWLEDGED -> Optional.of("need-acknowledged");
            case OPEN -> Optional.of("need-opened");
            case DRAFT, MATCHED, IN_DELIVERY, DELIVERED, CLOSED, WITHDRAWN -> Optional.empty();
        };
    }
}
