package org.switchboard.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;

/** Keeps what each side does with a proposal, in its words: for itself, the experts and the Committee. */
@ApplicationScoped
class Acts {

    private final ProposalRepository stored;
    private final Clock clock;

    Acts(ProposalRepository stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    void add(Reader reader, ProposalEntity proposal, Owner side, ActKind act, String words) {
        add(reader, proposal, side, null, act, words);
    }

    void ofMember(Reader reader, ProposalEntity proposal, String member, ActKind act, String words) {
        add(reader, proposal, Owner.member(member), member, act, words);
    }

    private void add(
            Reader reader, ProposalEntity proposal, Owner side, @Nullable String member, ActKind act, String words) {
        ProposalActEntity entry = new ProposalActEntity();
        entry.proposal = proposal.id;
        entry.at = clock.instant();
        entry.who = reader.name();
        entry.owner = side.key();
        entry.member = member;
        entry.act = act;
        entry.words = words;
        stored.add(entry);
    }
}
