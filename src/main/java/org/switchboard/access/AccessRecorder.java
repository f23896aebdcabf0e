package org.switchboard.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record of access, in the transaction of the access itself: what cannot be recorded is not shown.
 *
 * <p>The service's own work is not recorded as reading: what people are shown of its results is.
 */
@ApplicationScoped
public class AccessRecorder {

    /** Of the logging context, under which the request at hand is known. */
    private static final String REQUEST_ID = "requestId";

    private final EntityManager database;
    private final Clock clock;

    AccessRecorder(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of these items that not everyone may see were shown to the reader; within the transaction that found them. */
    public void read(Reader reader, ItemKind kind, Collection<? extends Item> shown) {
        List<? extends Item> closed =
                shown.stream().filter(item -> !item.isForEveryone()).toList();
        if (reader.service() || closed.isEmpty()) {
            return;
        }
        AccessRecordEntity entry = entry(reader.name(), Act.READ);
        entry.item = kind.name().toLowerCase(Locale.ROOT);
        entry.items = closed.stream().map(Item::itemId).toArray(UUID[]::new);
        entry.owners = closed.stream().map(Item::itemOwner).toArray(String[]::new);
        database.persist(entry);
    }

    /**
     * The reader took a file away.
     *
     * @param item the kind of what it is of
     * @param id of that; null where it is of many
     * @param what the file is
     */
    @Transactional
    public void exported(Reader reader, String item, @Nullable UUID id, String what) {
        AccessRecordEntity entry = entry(reader.name(), Act.EXPORT);
        entry.item = item;
        if (id != null) {
            entry.items = new UUID[] {id};
            entry.owners = new String[] {Owner.executiveDirectorate().key()};
        }
        entry.detail = what;
        database.persist(entry);
    }

    /**
     * Something about an account: who came in, who did not, whose rights were changed.
     *
     * @param who the address of the account that acts, or that somebody tried
     * @param account the account meant; null where there is none
     */
    @Transactional
    public void account(String who, Act act, @Nullable UUID account, String detail) {
        AccessRecordEntity entry = entry(who, act);
        entry.item = "account";
        if (account != null) {
            entry.items = new UUID[] {account};
            entry.owners = new String[] {"account:" + account};
        }
        entry.detail = detail;
        database.persist(entry);
    }

    private AccessRecordEntity entry(String who, Act act) {
        AccessRecordEntity entry = new AccessRecordEntity();
        entry.id = UUID.randomUUID();
        entry.at = clock.instant();
        entry.who = who;
        entry.act = act;
        entry.items = new UUID[0];
        entry.owners = new String[0];
        Object request = MDC.get(REQUEST_ID);
        entry.requestId = request == null ? null : request.toString();
        return entry;
    }
}
