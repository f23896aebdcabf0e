package org.switchboard.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Change;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The face of providers: who gives assistance. */
@Walled
@ApplicationScoped
public class Providers {

    private static final String ITEM = "provider";

    private final OfferRepository stored;
    private final Changes changes;
    private final ReferenceData reference;
    private final Clock clock;

    Providers(OfferRepository stored, Changes changes, ReferenceData reference, Clock clock) {
        this.stored = stored;
        this.reference = reference;
        this.changes = changes;
        this.clock = clock;
    }

    /** @throws Refusal.Conflict if the code is taken */
    @Transactional
    public ProviderView create(Reader reader, CreateProvider asked) {
        Rights.requireExpert(reader);
        if (stored.provider(reader, asked.code()).isPresent()) {
            throw new Refusal.Conflict("There is a provider with the code '" + asked.code() + "' already.");
        }
        requireSound(asked.provider(), "/provider/state");
        ProviderEntity provider = newProvider(reader, asked.code(), asked.provider());
        recordNew(reader, provider);
        return ProviderView.of(provider);
    }

    /** @throws Refusal.NotFound if there is none that this reader may see */
    @Transactional
    public ProviderView get(Reader reader, String code) {
        return ProviderView.of(find(reader, code));
    }

    /** Those of these providers that this reader may see, by code. */
    @Transactional
    public Map<String, ProviderView> of(Reader reader, Collection<String> codes) {
        return stored.providers(reader, codes).values().stream()
                .map(ProviderView::of)
                .collect(Collectors.toMap(ProviderView::code, view -> view));
    }

    @Transactional
    public Page<ProviderView> list(Reader reader, PageRequest page) {
        return stored.providers(reader, page);
    }

    /** @param version that the reader saw */
    @Transactional
    public ProviderView change(Reader reader, String code, int version, ProviderContent content) {
        ProviderEntity provider = find(reader, code);
        Rights rights = Rights.of(reader, provider.owner);
        rights.requireAuthor();
        Preconditions.requireVersion(version, provider.version);
        rights.requireNoWider(content.audience(), provider.audience);
        requireSound(content, "/state");
        requireSameState(reader, provider, content);
        provider.take(content);
        stored.flush();
        changes.record(ITEM, provider.id, reader.name(), null, null, "changed", content);
        return ProviderView.of(provider);
    }

    /** The record of changes of one provider, oldest first. */
    @Transactional
    public List<Change> changes(Reader reader, String code) {
        ProviderEntity provider = find(reader, code);
        Rights.of(reader, provider.owner).requireConfidence();
        return changes.of(ITEM, provider.id);
    }

    /** Stores a provider, still to be recorded, as offers are. */
    ProviderEntity newProvider(Reader reader, String code, ProviderContent content) {
        ProviderEntity provider = new ProviderEntity();
        provider.id = UUID.randomUUID();
        provider.code = code;
        provider.owner = Owner.provider(code).key();
        provider.sample = reader.sampling();
        provider.createdAt = clock.instant();
        provider.take(content);
        stored.add(provider);
        return provider;
    }

    void recordNew(Reader reader, ProviderEntity provider) {
        changes.record(ITEM, provider.id, reader.name(), null, null, "created", provider.content());
    }

    private void requireSound(ProviderContent content, String place) {
        String state = content.state();
        if (state == null) {
            return;
        }
        if (content.type() != ProviderType.STATE) {
            throw broken(place, "OfStates", "is for donor States alone");
        }
        if (reference.state(state).isEmpty()) {
            throw broken(place, "KnownCode", "is no State's code; the list is at /api/v1/states");
        }
    }

    /** By it a member of the Committee is recused, so that no party says it of itself. */
    private static void requireSameState(Reader reader, ProviderEntity provider, ProviderContent content) {
        if (!reader.seesEverything() && !Objects.equals(provider.state, content.state())) {
            throw broken("/state", "OfExperts", "is for the experts to say");
        }
    }

    private static Refusal.RulesBroken broken(String place, String rule, String words) {
        return new Refusal.RulesBroken(List.of(new Violation(place, rule, words)));
    }

    private ProviderEntity find(Reader reader, String code) {
        return stored.provider(reader, code).orElseThrow(Refusal.NotFound::new);
    }
}
