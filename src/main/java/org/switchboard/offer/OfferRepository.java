package org.switchboard.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Reader;
import org.switchboard.access.Sight;
import org.switchboard.access.Visible;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.SortKey;

/** Stored offers and providers. Every question is answered within what the reader who asks may see. */
@ApplicationScoped
class OfferRepository {

    private static final Listing<OfferEntity> OFFERS = new Listing<>(
            OfferEntity.class,
            offer -> offer.id,
            List.of(
                    new SortKey<>("received", "e.receivedAt", offer -> offer.receivedAt, Instant::parse),
                    new SortKey<>("reference", "e.reference", offer -> offer.reference, text -> text),
                    new SortKey<>("title", "e.title", offer -> offer.title, text -> text),
                    new SortKey<>("budgetUsd", "e.budgetUsd", offer -> offer.budgetUsd, Long::valueOf)));

    private static final Listing<ProviderEntity> PROVIDERS = new Listing<>(
            ProviderEntity.class,
            provider -> provider.id,
            List.of(
                    new SortKey<>("code", "e.code", provider -> provider.code, text -> text),
                    new SortKey<>("name", "e.name", provider -> provider.name, text -> text)));

    private final Visible visible;
    private final EntityManager database;

    OfferRepository(Visible visible, EntityManager database) {
        this.visible = visible;
        this.database = database;
    }

    Optional<OfferEntity> offer(Reader reader, UUID id) {
        return visible.one(reader, OfferEntity.class, "e.id = :id", Map.of("id", id));
    }

    Optional<ProviderEntity> provider(Reader reader, String code) {
        return visible.one(reader, ProviderEntity.class, "e.code = :code", Map.of("code", code));
    }

    Map<String, ProviderEntity> providers(Reader reader, Collection<String> codes) {
        return visible.all(reader, ProviderEntity.class, "e.code in (:codes)", Map.of("codes", codes), "").stream()
                .collect(Collectors.toMap(provider -> provider.code, provider -> provider));
    }

    Page<SeenOffer> offers(Reader reader, OfferFilter filter, PageRequest page) {
        Sight sight = Sight.of(reader);
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        if (filter.status() != null) {
            parameters.putAll(sight.confidenceParameters());
        }
        return visible.page(
                reader,
                OFFERS,
                filter.conditions(sight.confidence("e")),
                parameters,
                page,
                offer -> SeenOffer.of(reader, offer));
    }

    Page<ProviderView> providers(Reader reader, PageRequest page) {
        return visible.page(reader, PROVIDERS, List.of(), Map.of(), page, ProviderView::of);
    }

    List<OfferEntity> active(Reader reader, Collection<UUID> also) {
        return visible.allForPlans(
                reader,
                OfferEntity.class,
                "e.status = :active and e.standing = :funded or " + Visible.idIsAmong("also"),
                Map.of("active", OfferStatus.ACTIVE, "funded", Standing.FUNDED, "also", Visible.ids(also)),
                "order by e.receivedAt, e.id");
    }

    List<OfferEntity> offers(Reader reader, Collection<UUID> ids) {
        return visible.allForPlans(
                reader, OfferEntity.class, Visible.idIsAmong("ids"), Map.of("ids", Visible.ids(ids)), "");
    }

    /** Those of these that are there, by provider and reference. */
    Map<OfferKey, OfferEntity> byKey(Reader reader, Collection<OfferKey> keys) {
        List<String> references =
                keys.stream().map(OfferKey::reference).distinct().toList();
        return visible
                .all(reader, OfferEntity.class, "e.reference in (:references)", Map.of("references", references), "")
                .stream()
                .collect(Collectors.toMap(offer -> new OfferKey(offer.provider, offer.reference), offer -> offer));
    }

    boolean isTaken(OfferKey key) {
        return database.createQuery(
                                "select count(*) from OfferEntity where provider = :provider and reference = :reference",
                                Long.class)
                        .setParameter("provider", key.provider())
                        .setParameter("reference", key.reference())
                        .getSingleResult()
                > 0;
    }

    int removeSample(Reader reader) {
        int offers = visible.removeSample(reader, OfferEntity.class, "true");
        // a provider of the sample stays where someone has given it a real offer since
        visible.removeSample(
                reader, ProviderEntity.class, "not exists (select 1 from OfferEntity o where o.provider = e.code)");
        return offers;
    }

    void add(Object entity) {
        database.persist(entity);
    }

    /** So that the version in the view handed out is the one stored. */
    void flush() {
        database.flush();
    }

    void clear() {
        database.flush();
        database.clear();
    }
}
