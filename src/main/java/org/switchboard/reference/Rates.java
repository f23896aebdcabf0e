package org.switchboard.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** Dated exchange rates, kept by an administrator. A rate holds from its day until the next one of its currency. */
@ApplicationScoped
public class Rates {

    private final EntityManager database;
    private final Changes changes;

    Rates(EntityManager database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** All rates as they stand now, for converting many amounts alike. */
    @Transactional
    public RateTable table() {
        Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
        for (RateView rate : list()) {
            rates.computeIfAbsent(rate.currency(), currency -> new TreeMap<>()).put(rate.since(), rate.usdPerUnit());
        }
        return new RateTable(rates);
    }

    /** All rates by currency and day. */
    @Transactional
    public List<RateView> list() {
        return database.createQuery("from RateEntity order by currency, since", RateEntity.class)
                .getResultStream()
                .map(Rates::view)
                .toList();
    }

    /** @throws Refusal.NotFound if there is no such rate */
    @Transactional
    public RateView get(UUID id) {
        RateEntity rate = database.find(RateEntity.class, id);
        if (rate == null) {
            throw new Refusal.NotFound();
        }
        return view(rate);
    }

    /**
     * Adds a rate. Amounts that were converted before keep the rate that they were converted at.
     *
     * @param who as written into the record of changes
     */
    @Transactional
    public RateView add(String who, CreateRate rate) {
        if (!RateTable.isCurrency(rate.currency())) {
            throw new Refusal.RulesBroken(List.of(new Violation(
                    "/currency", "KnownCurrency", "'" + rate.currency() + "' is no ISO 4217 currency code.")));
        }
        long same = database.createQuery(
                        "select count(*) from RateEntity where currency = :currency and since = :since", Long.class)
                .setParameter("currency", rate.currency())
                .setParameter("since", rate.since())
                .getSingleResult();
        if (same > 0) {
            throw new Refusal.Conflict(
                    "There is a rate for " + rate.currency() + " from " + rate.since() + " already.");
        }
        RateEntity entity = new RateEntity();
        entity.id = UUID.randomUUID();
        entity.currency = rate.currency();
        entity.since = rate.since();
        entity.usdPerUnit = rate.usdPerUnit();
        entity.source = rate.source();
        database.persist(entity);
        changes.record("rate", entity.id, who, null, null, "rate added", rate);
        return view(entity);
    }

    private static RateView view(RateEntity entity) {
        return new RateView(entity.id, entity.currency, entity.since, entity.usdPerUnit, entity.source);
    }
}
