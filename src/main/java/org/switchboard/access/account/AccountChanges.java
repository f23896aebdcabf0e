package org.switchboard.access.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.AccessRecorder;
import org.switchboard.access.Act;
import org.switchboard.shared.Change;
import org.switchboard.shared.Changes;

/** What is done to accounts stands in two records: as they were afterwards, and who did it beside who read what. */
@ApplicationScoped
class AccountChanges {

    private final Changes changes;
    private final AccessRecorder access;

    AccountChanges(Changes changes, AccessRecorder access) {
        this.changes = changes;
        this.access = access;
    }

    /** Adds an entry to both, in the transaction at hand. */
    void record(
            String item,
            UUID id,
            String who,
            @Nullable Enum<?> from,
            @Nullable Enum<?> to,
            String why,
            Object content) {
        changes.record(item, id, who, from, to, why, content);
        access.account(who, Act.RIGHTS, id, why);
    }

    /** The entries of one item, oldest first. */
    List<Change> of(String item, UUID id) {
        return changes.of(item, id);
    }
}
