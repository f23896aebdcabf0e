package org.switchboard.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.reference.Rates;
import org.switchboard.shared.Change;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The face of offers: the programmes that providers hold ready. */
@Walled
@ApplicationScoped
public class Offers {

    static final String ITEM = "offer";

    private final OfferRepository stored;
    private final OfferRules rules;
    private final Rates rates;
    private final Changes changes;
    private final Clock clock;

    Offers(OfferRepository stored, OfferRules rules, Rates rates, Changes changes, Clock clock) {
        this.stored = stored;
        this.rules = rules;
        this.rates = rates;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Creates an offer of a provider, as a draft; its money is converted at today's rates.
     *
     * @throws Refusal.RulesBroken if it breaks a rule
     */
    @Transactional
    public OfferView create(Reader reader, String provider, OfferContent content) {
        String code = stored.provider(reader, provider).orElseThrow(Refusal.NotFound::new).code;
        Rights.of(reader, Owner.provider(code).key()).requireAuthor();
        OfferDollars dollars = rules.sound(content, LocalDate.now(clock), rates.table());
        if (stored.isTaken(new OfferKey(code, content.reference()))) {
            throw new Refusal.RulesBroken(List.of(new Violation(
                    "/reference",
                    "Unique",
                    "this provider has an offer with the reference '" + content.reference() + "' already")));
        }
        OfferEntity offer = newOffer(reader, code, content, dollars, OfferStatus.DRAFT);
        recordNew(reader, offer, "created");
        return OfferView.of(offer);
    }

    /**
     * An offer of a provider as it would be, potential and active at once, with an id of its own. Nothing of it is stored.
     *
     * @throws Refusal.NotFound if this reader sees no such provider
     * @throws Refusal.RulesBroken if it breaks a rule that offers keep
     */
    @Transactional
    public OfferView suppose(Reader reader, String provider, OfferContent content) {
        String code = stored.provider(reader, provider).orElseThrow(Refusal.NotFound::new).code;
        OfferDollars dollars = rules.sound(content, LocalDate.now(clock), rates.table());
        return new OfferView(
                UUID.randomUUID(),
                0,
                code,
                OfferStatus.ACTIVE,
                clock.instant(),
                reader.sampling(),
                content.potential(),
                dollars);
    }

    /** @throws Refusal.NotFound if there is none that this reader may see */
    @Transactional
    public SeenOffer get(Reader reader, UUID id) {
        return SeenOffer.of(reader, find(reader, id));
    }

    @Transactional
    public Page<SeenOffer> list(Reader reader, OfferFilter filter, PageRequest page) {
        return stored.offers(reader, filter, page);
    }

    /**
     * All funded offers that are active, in the order of their receipt.
     *
     * @param also further offers, whatever their status
     */
    @Transactional
    public List<OfferView> active(Reader reader, Collection<UUID> also) {
        Rights.requireExpert(reader);
        return stored.active(reader, also).stream().map(OfferView::of).toList();
    }

    /** These offers, for the experts. */
    @Transactional
    public Map<UUID, OfferView> of(Reader reader, Collection<UUID> ids) {
        Rights.requireExpert(reader);
        return stored.offers(reader, ids).stream()
                .map(OfferView::of)
                .collect(Collectors.toMap(OfferView::id, view -> view));
    }

    /**
     * Changes what a provider says about an offer. Its money stays converted at the rates of the day of receipt.
     *
     * @param version that the reader saw
     */
    @Transactional
    public OfferView change(Reader reader, UUID id, int version, OfferContent content) {
        OfferEntity offer = find(reader, id);
        Rights rights = Rights.of(reader, offer.owner);
        rights.requireAuthor();
        Preconditions.requireVersion(version, offer.version);
        if (!offer.status.isEditable()) {
            throw new Refusal.Conflict("An offer that is " + offer.status.words() + " can no longer be changed.");
        }
        if (!offer.reference.equals(content.reference())) {
            throw new Refusal.RulesBroken(List.of(
                    new Violation("/reference", "Fixed", "stays '" + offer.reference + "': others refer to it")));
        }
        if (!rights.mayOpenUp()) {
            content.requireNoWiderThan(offer.content());
        }
        LocalDate receivedOn = LocalDate.ofInstant(offer.receivedAt, ZoneOffset.UTC);
        offer.take(content, rules.sound(content, receivedOn, rates.table()));
        stored.flush();
        changes.record(ITEM, offer.id, reader.name(), offer.status, offer.status, "changed", content);
        return OfferView.of(offer);
    }

    /**
     * Moves an offer along its life.
     *
     * @param version that the reader saw
     * @param why the reason given, or what was done
     * @throws Refusal.Conflict if its life does not lead there
     */
    @Transactional
    public OfferView move(Reader reader, UUID id, int version, OfferStatus to, String why) {
        OfferEntity offer = find(reader, id);
        Rights.of(reader, offer.owner).requireAuthor();
        if (to == OfferStatus.ACTIVE && offer.status != OfferStatus.SUSPENDED) {
            // a provider ends its own pause; whether an offer is fit for matching is for the experts to say
            Rights.requireExpert(reader);
        }
        Preconditions.requireVersion(version, offer.version);
        OfferStatus from = offer.status;
        offer.status = from.to(to);
        stored.flush();
        changes.record(ITEM, offer.id, reader.name(), from, to, why, offer.content());
        return OfferView.of(offer);
    }

    /** The record of changes of one offer, oldest first. */
    @Transactional
    public List<Change> changes(Reader reader, UUID id) {
        OfferEntity offer = find(reader, id);
        Rights.of(reader, offer.owner).requireConfidence();
        return changes.of(ITEM, offer.id);
    }

    /** Takes all sample offers and providers away; their entries in the record of changes stay. */
    @Transactional
    public int removeSample(Reader reader) {
        return stored.removeSample(reader);
    }

    /** Stores an offer, still to be recorded: many inserts into one table after another go in one batch. */
    OfferEntity newOffer(
            Reader reader, String provider, OfferContent content, OfferDollars dollars, OfferStatus status) {
        OfferEntity offer = new OfferEntity();
        offer.id = UUID.randomUUID();
        offer.provider = provider;
        offer.owner = Owner.provider(provider).key();
        offer.status = status;
        offer.sample = reader.sampling();
        offer.receivedAt = clock.instant();
        offer.take(content, dollars);
        stored.add(offer);
        return offer;
    }

    void recordNew(Reader reader, OfferEntity offer, String why) {
        changes.record(ITEM, offer.id, reader.name(), null, offer.status, why, offer.content());
    }

    private OfferEntity find(Reader reader, UUID id) {
        return stored.offer(reader, id).orElseThrow(Refusal.NotFound::new);
    }
}
