package org.switchboard.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.reference.RateTable;
import org.switchboard.reference.Rates;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.shared.Change;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The face of requests: what States submit, made of needs. */
@Walled
@ApplicationScoped
public class Requests {

    static final String ITEM = "request";

    private final NeedRepository stored;
    private final NeedRules rules;
    private final Rates rates;
    private final ReferenceData reference;
    private final Changes changes;
    private final NeedNews news;
    private final Clock clock;

    Requests(
            NeedRepository stored,
            NeedRules rules,
            Rates rates,
            ReferenceData reference,
            Changes changes,
            NeedNews news,
            Clock clock) {
        this.stored = stored;
        this.rules = rules;
        this.rates = rates;
        this.reference = reference;
        this.changes = changes;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Creates a request and, in the same breath, its needs as drafts.
     *
     * @throws Refusal.RulesBroken if any of it breaks a rule; then nothing is created
     */
    @Transactional
    public RequestView create(Reader reader, CreateRequest asked) {
        State state = state(asked.state());
        Rights.of(reader, Owner.state(asked.state()).key()).requireAuthor();
        if (stored.request(reader, asked.state(), asked.request().reference()).isPresent()) {
            throw new Refusal.Conflict("This State has a request with the reference '"
                    + asked.request().reference() + "' already.");
        }
        RequestEntity request = stored(reader, asked.state(), asked.request());
        news.received(reader, request, recordNew(reader, request));
        RateTable table = rates.table();
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; i < asked.needs().size(); i++) {
            try {
                addNeed(reader, request, state, asked.needs().get(i), table);
            } catch (Refusal.RulesBroken rulesBroken) {
                String place = "/needs/" + i;
                rulesBroken.violations().forEach(v -> broken.add(v.under(place)));
            }
        }
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
        return RequestView.of(request);
    }

    /** Adds a need, as a draft, to a request. */
    @Transactional
    public NeedView addNeed(Reader reader, UUID id, NeedContent content) {
        RequestEntity request = find(reader, id);
        Rights.of(reader, request.owner).requireAuthor();
        return NeedView.of(addNeed(reader, request, state(request.state), content, rates.table()));
    }

    /** @throws Refusal.NotFound if there is none that this reader may see */
    @Transactional
    public RequestView get(Reader reader, UUID id) {
        return RequestView.of(find(reader, id));
    }

    /** @param states narrows the list to these; empty for all */
    @Transactional
    public Page<RequestView> list(Reader reader, List<String> states, PageRequest page) {
        return stored.requests(reader, states, page);
    }

    /**
     * Changes what is said about the request as a whole. The day of receipt stays: amounts were converted by it.
     *
     * @param version that the reader saw
     */
    @Transactional
    public RequestView change(Reader reader, UUID id, int version, RequestContent content) {
        RequestEntity request = find(reader, id);
        Rights rights = Rights.of(reader, request.owner);
        rights.requireAuthor();
        Preconditions.requireVersion(version, request.version);
        if (!request.receivedOn.equals(content.receivedOn())) {
            throw new Refusal.RulesBroken(List.of(new Violation(
                    "/receivedOn",
                    "Fixed",
                    "stays " + request.receivedOn
                            + ": amounts of this request were converted at the rates of that day")));
        }
        rights.requireNoWider(content.audience(), request.audience);
        request.take(content);
        stored.flush();
        changes.record(ITEM, request.id, reader.name(), null, null, "changed", content);
        return RequestView.of(request);
    }

    /**
     * What was received with one request, for the letter that says so.
     *
     * @throws Refusal.NotAllowed unless the reader is an expert or speaks for the State
     * @throws Refusal.Conflict if no need of it was submitted yet
     */
    @Transactional
    ReceivedRequest received(Reader reader, UUID id) {
        RequestEntity request = find(reader, id);
        Rights.of(reader, request.owner).requireOwnerOrExpert();
        List<NeedView> needs =
                stored.submitted(reader, id).stream().map(NeedView::of).toList();
        if (needs.isEmpty()) {
            throw new Refusal.Conflict("No need of this request was submitted yet: there is nothing to acknowledge.");
        }
        return new ReceivedRequest(RequestView.of(request), needs);
    }

    /** The record of changes of one request, oldest first. */
    @Transactional
    public List<Change> changes(Reader reader, UUID id) {
        RequestEntity request = find(reader, id);
        Rights.of(reader, request.owner).requireConfidence();
        return changes.of(ITEM, request.id);
    }

    RequestEntity newRequest(Reader reader, String state, RequestContent content) {
        RequestEntity request = stored(reader, state, content);
        recordNew(reader, request);
        return request;
    }

    private long recordNew(Reader reader, RequestEntity request) {
        return changes.record(ITEM, request.id, reader.name(), null, null, "created", request.content());
    }

    private RequestEntity stored(Reader reader, String state, RequestContent content) {
        RequestEntity request = new RequestEntity();
        request.id = UUID.randomUUID();
        request.state = state;
        request.owner = Owner.state(state).key();
        request.sample = reader.sampling();
        request.createdAt = clock.instant();
        request.take(content);
        stored.add(request);
        return request;
    }

    private NeedEntity addNeed(
            Reader reader, RequestEntity request, State state, NeedContent content, RateTable table) {
        NeedRules.Sound sound = rules.sound(state, content, request.receivedOn, table);
        if (stored.isTaken(new NeedKey(request.state, content.reference()))) {
            throw new Refusal.RulesBroken(List.of(new Violation(
                    "/reference",
                    "Unique",
                    "this State has a need with the reference '" + content.reference() + "' already")));
        }
        NeedEntity need = newNeed(reader, request, sound, NeedStatus.DRAFT);
        recordNew(reader, need, "created");
        return need;
    }

    /** Stores a need, still to be recorded: many inserts into one table after another go in one batch. */
    NeedEntity newNeed(Reader reader, RequestEntity request, NeedRules.Sound sound, NeedStatus status) {
        NeedEntity need = new NeedEntity();
        need.id = UUID.randomUUID();
        need.request = request.id;
        need.state = request.state;
        need.owner = Owner.state(request.state).key();
        need.status = status;
        need.sample = reader.sampling();
        need.receivedAt = clock.instant();
        need.take(sound.content(), sound.dollars());
        if (status == NeedStatus.OPEN) {
            // whoever keeps a file of open needs has verified them
            need.verifiedPriority = need.priority;
        }
        stored.add(need);
        return need;
    }

    void recordNew(Reader reader, NeedEntity need, String why) {
        changes.record(Needs.ITEM, need.id, reader.name(), null, need.status, why, need.content());
    }

    private RequestEntity find(Reader reader, UUID id) {
        return stored.request(reader, id).orElseThrow(Refusal.NotFound::new);
    }

    private State state(String iso3) {
        return reference
                .state(iso3)
                .orElseThrow(() -> new Refusal.RulesBroken(List.of(new Violation(
                        "/state", "KnownCode", "'" + iso3 + "' is not in the list; the list is at /api/v1/states"))));
    }
}
