package org.switchboard.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.SortKey;

/** The face of the record of access. Administrators read all of it, parties what concerns their own items. */
@Walled
@ApplicationScoped
public class AccessRecords {

    private static final Listing<AccessRecordEntity> RECORDS = new Listing<>(
            AccessRecordEntity.class,
            entry -> entry.id,
            List.of(new SortKey<>("at", "e.at", entry -> entry.at, Instant::parse)));

    private final EntityManager database;

    AccessRecords(EntityManager database) {
        this.database = database;
    }

    /** Entries as far as they are for this reader. */
    @Transactional
    public Page<AccessRecordView> list(Reader reader, AccessRecordFilter filter, PageRequest page) {
        List<String> conditions = new ArrayList<>(filter.conditions());
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        if (!reader.is(Role.ADMINISTRATOR)) {
            conditions.add("cast(sql('(? && cast(? as text[]))', e.owners, :readers) as Boolean) = true");
            parameters.put("readers", ownKeys(reader).toArray(String[]::new));
            if (filter.item() != null) {
                // an entry can tell of items of several owners; which of them it tells of is each owner's to know
                conditions.add("cast(sql('((?)[array_position(?, ?)] = any(cast(? as text[])))',"
                        + " e.owners, e.items, :itemItself, :readers) as Boolean) = true");
                parameters.put("itemItself", filter.item());
            }
        }
        return RECORDS.read(database, conditions, parameters, page, entry -> view(reader, entry));
    }

    private static Set<String> ownKeys(Reader reader) {
        return reader.owners().stream().map(Owner::key).collect(Collectors.toSet());
    }

    private static AccessRecordView view(Reader reader, AccessRecordEntity entry) {
        Set<String> own = ownKeys(reader);
        List<UUID> items = new ArrayList<>();
        for (int i = 0; i < entry.items.length; i++) {
            if (reader.is(Role.ADMINISTRATOR) || own.contains(entry.owners[i])) {
                items.add(entry.items[i]);
            }
        }
        return new AccessRecordView(
                entry.id,
                entry.at,
                entry.who,
                entry.act,
                entry.item,
                items,
                entry.detail,
                // by it two parties could find out that they were looked at together
                reader.is(Role.ADMINISTRATOR) ? entry.requestId : null);
    }
}
