package org.switchboard.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.reference.Rates;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Change;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The face of needs: what States ask for, one costed item each. */
@Walled
@ApplicationScoped
public class Needs {

    static final String ITEM = "need";

    private final NeedRepository stored;
    private final NeedRules rules;
    private final Rates rates;
    private final ReferenceData reference;
    private final Changes changes;
    private final NeedNews news;
    private final WantedFields wanted;
    private final Clearance clearance;

    Needs(
            NeedRepository stored,
            NeedRules rules,
            Rates rates,
            ReferenceData reference,
            Changes changes,
            NeedNews news,
            WantedFields wanted,
            Clearance clearance) {
        this.stored = stored;
        this.rules = rules;
        this.rates = rates;
        this.reference = reference;
        this.changes = changes;
        this.news = news;
        this.wanted = wanted;
        this.clearance = clearance;
    }

    /** The statuses in which a need is counted as asked for, in the matrix and elsewhere. */
    public static Set<NeedStatus> counted() {
        return NeedStatus.counted();
    }

    /** The true statuses of needs that are shown as any of these to those in whom their State does not confide. */
    public static Set<NeedStatus> shownToOthersAs(Set<NeedStatus> statuses) {
        return statuses.stream().flatMap(status -> status.behind().stream()).collect(Collectors.toSet());
    }

    /** @throws Refusal.NotFound if there is none that this reader may see */
    @Transactional
    public SeenNeed get(Reader reader, UUID id) {
        return SeenNeed.of(reader, find(reader, id));
    }

    @Transactional
    public Page<SeenNeed> list(Reader reader, NeedFilter filter, PageRequest page) {
        return stored.needs(reader, filter, page);
    }

    /**
     * All needs for which help is being looked for, in the order of their receipt.
     *
     * @param also further needs, whatever their status
     */
    @Transactional
    public List<NeedView> open(Reader reader, Collection<UUID> also) {
        Rights.requireExpert(reader);
        return stored.open(reader, also).stream().map(NeedView::of).toList();
    }

    /** These needs, for the experts. */
    @Transactional
    public Map<UUID, NeedView> of(Reader reader, Collection<UUID> ids) {
        Rights.requireExpert(reader);
        return stored.needs(reader, ids).stream()
                .map(NeedView::of)
                .collect(Collectors.toMap(NeedView::id, view -> view));
    }

    /**
     * Changes what the State says about a need, until it is matched.
     *
     * @param version that the reader saw
     */
    @Transactional
    public NeedView change(Reader reader, UUID id, int version, NeedContent content) {
        NeedEntity need = find(reader, id);
        Rights rights = Rights.of(reader, need.owner);
        rights.requireAuthor();
        Preconditions.requireVersion(version, need.version);
        requireEditable(need);
        if (!need.reference.equals(content.reference())) {
            throw new Refusal.RulesBroken(List.of(
                    new Violation("/reference", "Fixed", "stays '" + need.reference + "': others refer to it")));
        }
        if (!rights.mayOpenUp()) {
            content.requireNoWiderThan(need.content());
        }
        take(need, content);
        stored.flush();
        changes.record(ITEM, need.id, reader.name(), need.status, need.status, "changed", content);
        return NeedView.of(need);
    }

    /**
     * Moves a need along its life.
     *
     * @param version that the reader saw
     * @param why the reason given, or what was done; where a need is returned, what is missing is added
     * @throws Refusal.Conflict if its life does not lead there, or if it is to be opened and the Committee is to be asked before
     */
    @Transactional
    public NeedView move(Reader reader, UUID id, int version, NeedStatus to, String why) {
        NeedEntity need = find(reader, id);
        requireMover(reader, need, to);
        Preconditions.requireVersion(version, need.version);
        NeedStatus from = need.status;
        if (from.isMatched() || to.isMatched()) {
            requireWithdrawal(from, to);
        }
        String message = to == NeedStatus.RETURNED ? wanted.of(need.content()).message(why) : why;
        long change = step(reader, need, to, message);
        if (to == NeedStatus.OPEN) {
            clearance.require(reader, id);
        }
        news.moved(reader, need, change, message);
        return NeedView.of(need);
    }

    /** @return the number of the change in the record */
    private long step(Reader reader, NeedEntity need, NeedStatus to, String why) {
        NeedStatus from = need.status;
        need.status = from.to(to);
        stored.flush();
        return changes.record(ITEM, need.id, reader.name(), from, to, why, need.content());
    }

    /**
     * Follows what became of the proposals for a need: matched, in delivery, delivered, or open again where a match came to
     * nothing. Where the life of the need does not lead there, nothing happens.
     *
     * @return where it stands then
     * @param service the service itself, for nobody moves a need there by hand
     */
    @Transactional
    public NeedStatus follow(Reader service, UUID id, NeedStatus to, String why) {
        requireService(service);
        NeedEntity need = stored.needToChange(service, id).orElseThrow(Refusal.NotFound::new);
        if (need.status.leadsTo(to)) {
            step(service, need, to, why);
        }
        return need.status;
    }

    /**
     * Opens a need that the Committee has let pass, unless something else became of it meanwhile.
     *
     * @param service the service itself, which opens it once the period is over
     */
    @Transactional
    public void openCleared(Reader service, UUID id, String why) {
        requireService(service);
        stored.needToChange(service, id)
                .filter(need -> need.status == NeedStatus.ACKNOWLEDGED)
                .ifPresent(need -> news.moved(service, need, step(service, need, NeedStatus.OPEN, why), why));
    }

    /** Those of the needs of a request that have been acknowledged and wait to be opened. */
    @Transactional
    public List<NeedView> acknowledged(Reader reader, UUID request) {
        Rights.requireExpert(reader);
        return stored.acknowledged(reader, request).stream().map(NeedView::of).toList();
    }

    /**
     * Lets one provider see a need whatever its audience, or no longer. Nobody does that for the State.
     *
     * @param provider a code; whether there is such a provider is not said
     * @param released whether it may see the need from now on
     * @throws Refusal.Conflict if it is to be released and has ended; to revoke a release is always possible
     */
    @Transactional
    public NeedView release(Reader reader, UUID id, String provider, boolean released) {
        NeedEntity need = find(reader, id);
        Rights.of(reader, need.owner).requireOwner();
        if (released && !need.status.isAlive()) {
            throw new Refusal.Conflict("A need that is " + need.status.words() + " is released to nobody any more.");
        }
        List<String> now = new ArrayList<>(need.releasedTo);
        now.remove(provider);
        if (released) {
            now.add(provider);
        }
        if (Set.copyOf(now).equals(Set.copyOf(need.releasedTo))) {
            return NeedView.of(need);
        }
        need.releasedTo = now;
        stored.flush();
        String what = released ? "released to " + provider : "release to " + provider + " revoked";
        changes.record(ITEM, need.id, reader.name(), need.status, need.status, what, need.content());
        return NeedView.of(need);
    }

    /**
     * Records the priority that the experts find a need to have, by which it is weighed, and the stage.
     *
     * @param version that the reader saw
     * @throws Refusal.Conflict if the need has ended
     */
    @Transactional
    public NeedView verify(Reader reader, UUID id, int version, Verification found) {
        NeedEntity need = find(reader, id);
        Rights.requireExpert(reader);
        Preconditions.requireVersion(version, need.version);
        if (!need.status.isEditable()) {
            throw new Refusal.Conflict("A need that is " + need.status.words() + " is no longer weighed.");
        }
        found.requireFinding();
        need.verifiedPriority = found.priority() == null ? need.verifiedPriority : found.priority();
        need.verifiedStage = found.stage() == null ? need.verifiedStage : found.stage();
        stored.flush();
        changes.record(ITEM, need.id, reader.name(), need.status, need.status, found.reason(), NeedView.of(need));
        return NeedView.of(need);
    }

    /** The record of changes of one need, oldest first. */
    @Transactional
    public List<Change> changes(Reader reader, UUID id) {
        NeedEntity need = find(reader, id);
        Rights.of(reader, need.owner).requireConfidence();
        return changes.of(ITEM, need.id);
    }

    /** Takes all sample needs and requests away; their entries in the record of changes stay. */
    @Transactional
    public int removeSample(Reader reader) {
        return stored.removeSample(reader);
    }

    private static void requireService(Reader service) {
        if (!service.service()) {
            throw new Refusal.NotAllowed("A need follows its proposals by itself.");
        }
    }

    private void take(NeedEntity need, NeedContent content) {
        var state = reference
                .state(need.state)
                .orElseThrow(() -> new IllegalStateException("stored State unknown: " + need.state));
        var receivedOn = stored.requestOf(need).receivedOn;
        NeedRules.Sound sound = rules.sound(state, content, receivedOn, rates.table());
        boolean sameCost = need.content().cost().equals(content.cost());
        need.take(sound.content(), sameCost ? need.dollars() : sound.dollars());
    }

    /** Its State submits and withdraws, and the experts for it; all else is for the experts to find. */
    private static void requireMover(Reader reader, NeedEntity need, NeedStatus to) {
        if (to == NeedStatus.SUBMITTED || to == NeedStatus.WITHDRAWN) {
            Rights.of(reader, need.owner).requireAuthor();
        } else {
            Rights.requireExpert(reader);
        }
    }

    /** Where a need stands from its first match on follows from its proposals; a State may withdraw it all the same. */
    private static void requireWithdrawal(NeedStatus from, NeedStatus to) {
        if (to != NeedStatus.WITHDRAWN) {
            throw new Refusal.Conflict("A need that is " + from.words() + " does not become " + to.words()
                    + " by hand: it follows its matches.");
        }
    }

    private static void requireEditable(NeedEntity need) {
        if (!need.status.isEditable()) {
            throw new Refusal.Conflict("A need that is " + need.status.words() + " can no longer be changed.");
        }
    }

    private NeedEntity find(Reader reader, UUID id) {
        return stored.need(reader, id).orElseThrow(Refusal.NotFound::new);
    }
}
