package org.switchboard.authorization;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.switchboard.testing.StoredProposal;

/**
 * Proposals between States and providers, at several places of their lives, in which every word that is not for all who see the
 * proposal is a token of its own: what is said in the Committee, by the experts and by each side.
 */
final class PlantedProposals {

    private static final Set<Asker> CONFIDANTS = EnumSet.of(Asker.EXPERT, Asker.COMMITTEE);

    private final Tokens tokens;

    /** Addresses below /api/v1. */
    final List<String> proposals = new ArrayList<>();

    PlantedProposals(Tokens tokens) {
        this.tokens = tokens;
    }

    void plant() {
        for (String state : List.of(Asker.States.OWN, Asker.States.OTHER, Asker.States.THIRD)) {
            for (String provider : List.of(Asker.Codes.OWN, Asker.Codes.OTHER)) {
                for (String status : List.of("BEFORE_COMMITTEE", "AWAITS_RECIPIENT", "AWAITS_PROVIDER", "DELIVERED")) {
                    proposal(state, provider, status);
                }
            }
            circulation(state);
        }
    }

    private void proposal(String state, String provider, String status) {
        String name = status + " proposal between " + state + " and " + provider;
        Set<Asker> ofState =
                with(status.equals("BEFORE_COMMITTEE") ? EnumSet.noneOf(Asker.class) : Planted.owners(state));
        Set<Asker> ofProvider = with(
                Set.of("BEFORE_COMMITTEE", "AWAITS_RECIPIENT").contains(status)
                        ? EnumSet.noneOf(Asker.class)
                        : Planted.owners(provider));
        Set<Asker> readers = EnumSet.copyOf(ofState);
        readers.addAll(ofProvider);
        UUID need = UUID.fromString(Items.need(state, "COMMITTEE", "OPEN").id());
        UUID offer =
                UUID.fromString(Items.offer(provider, "COMMITTEE", "ACTIVE").id());
        UUID id = StoredProposal.of(need, offer, 1, status);
        tokens.known(id.toString(), "id of " + name, readers);
        Items.run(
                "update proposal set reference = ?, need_reference = ?, need_title = ?, offer_reference = ?, offer_title = ?,"
                        + " origin = 'ADDED', reason = ?, put_forward_by = ? where id = ?",
                tokens.word("reference of " + name, readers),
                tokens.word("need's reference in " + name, readers),
                tokens.word("need's title in " + name, readers),
                tokens.word("offer's reference in " + name, readers),
                tokens.word("offer's title in " + name, readers),
                tokens.word("reason of " + name, CONFIDANTS),
                tokens.word("who put forward " + name, CONFIDANTS),
                id);
        act(id, "member:NOR", "HELD", "word of the Committee on " + name, CONFIDANTS);
        act(id, "executive-directorate", "BAN_LIFTED", "word of an expert on " + name, CONFIDANTS);
        act(id, "state:" + state, "CONSENTED", "word of the State on " + name, ofState);
        act(id, "provider:" + provider, "CONSENTED", "word of the provider on " + name, ofProvider);
        Items.run(
                "insert into due_diligence_finding (id, need_id, provider, cleared, finding, found_by, found_at)"
                        + " values (gen_random_uuid(), ?, ?, true, ?, ?, now())",
                need,
                provider,
                tokens.word("finding on " + name, CONFIDANTS),
                tokens.word("who found on " + name, CONFIDANTS));
        entry("proposal", id, name);
        if (status.equals("DELIVERED")) {
            delivery(id, state, provider, name, readers, ofState, ofProvider);
        }
        proposals.add("/proposals/" + id);
    }

    private void delivery(
            UUID id,
            String state,
            String provider,
            String name,
            Set<Asker> readers,
            Set<Asker> ofState,
            Set<Asker> ofProvider) {
        Items.run(
                "insert into milestone (proposal_id, place, title, due_on) values (?, 0, ?, '2027-03-01')",
                id,
                tokens.word("milestone of " + name, readers));
        Items.run(
                "insert into payment (id, proposal_id, kind, usd, on_day, note, who, at)"
                        + " values (gen_random_uuid(), ?, 'COMMITTED', 1000, '2027-02-01', ?, 'test', now())",
                id,
                tokens.word("payment of " + name, readers));
        Items.run(
                "insert into delivery_report (id, proposal_id, party, words, finished, who, at)"
                        + " values (gen_random_uuid(), ?, 'PROVIDER', ?, true, 'test', now())",
                id,
                tokens.word("report of " + name, readers));
        feedback(id, "RECIPIENT", "state:" + state, tokens.word("feedback of the State on " + name, ofState));
        feedback(
                id, "PROVIDER", "provider:" + provider, tokens.word("feedback of the provider on " + name, ofProvider));
        Items.run(
                "insert into year_answer (proposal_id, owner, in_use, words, who, at) values (?, ?, true, ?, 'test', now())",
                id,
                "state:" + state,
                tokens.word("answer after a year on " + name, ofState));
    }

    private static void feedback(UUID proposal, String party, String owner, String words) {
        Items.run(
                "insert into feedback (proposal_id, party, owner, rating, words, who, at)"
                        + " values (?, ?, ?, 4, ?, 'test', now())",
                proposal,
                party,
                owner,
                words);
    }

    private void act(UUID proposal, String owner, String act, String where, Set<Asker> readers) {
        Items.run(
                "insert into proposal_act (proposal_id, at, who, owner, act, words) values (?, now(), ?, ?, ?, ?)",
                proposal,
                tokens.word("who of the " + where, readers),
                owner,
                act,
                tokens.word(where, readers));
    }

    private void circulation(String state) {
        UUID id = UUID.fromString(Items.circulation(state, "HELD").id());
        tokens.known(id.toString(), "id of the circulation of " + state, CONFIDANTS);
        Items.run(
                "update circulation set reference = ?, put_before_by = ? where id = ?",
                tokens.word("reference of the circulation of " + state, CONFIDANTS),
                tokens.word("who put before the circulation of " + state, CONFIDANTS),
                id);
        entry("circulation", id, "circulation of " + state);
        proposals.add("/circulations/" + id);
    }

    private void entry(String item, UUID id, String name) {
        Items.run(
                "insert into change (id, item, item_id, who, at, why, content)"
                        + " values (nextval('change_id'), ?, ?, ?, now(), ?, '{}'::jsonb)",
                item,
                id,
                tokens.word("who in the record of " + name, CONFIDANTS),
                tokens.word("why in the record of " + name, CONFIDANTS));
    }

    private static Set<Asker> with(Set<Asker> party) {
        Set<Asker> readers = EnumSet.copyOf(CONFIDANTS);
        readers.addAll(party);
        return readers;
    }
}
