package org.switchboard.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.switchboard.testing.Worker;

/** Reads past every wall what is stored of a small world, and checks what must hold of it whatever was done. */
final class StoredActs implements AutoCloseable {

    private static final String STANDING = """
            with standing as (select p.*, n.tranches, n.state as home from proposal p join need n on n.id = p.need_id
                where p.need_id = any(?)
                and p.status not in ('OBJECTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'SUPERSEDED')
                and not (p.status in ('BEFORE_COMMITTEE', 'HELD', 'AWAITS_RECIPIENT', 'AWAITS_PROVIDER')
                    and (n.status not in ('OPEN', 'MATCHED', 'IN_DELIVERY') or n.cost_usd <> p.of_usd))
                and not (p.status in ('CONFIRMED', 'IN_DELIVERY') and n.status = 'WITHDRAWN'))
            """;

    /** Each finds what must not be; an offer is named by its reference, a need by its own. */
    private static final Map<String, String> FORBIDDEN = Map.of(
            "an offer is overspent",
            STANDING
                    + "select o.reference from standing s join offer o on o.id = s.offer_id"
                    + " group by o.id, o.reference having sum(s.usd) > o.budget_usd",
            "an offer gives a State more than it may",
            STANDING
                    + "select o.reference from standing s join offer o on o.id = s.offer_id"
                    + " group by o.id, o.reference, s.home having sum(s.usd) > o.per_state_cap_usd",
            "an offer serves more needs than it may",
            STANDING
                    + "select o.reference from standing s join offer o on o.id = s.offer_id"
                    + " group by o.id, o.reference having count(*) > o.max_needs",
            "a need is given more parts than it has",
            STANDING
                    + "select min(s.need_reference) from standing s group by s.need_id having sum(s.parts) > min(s.tranches)",
            "a pair stands twice",
            STANDING + "select min(s.reference) from standing s group by s.need_id, s.offer_id having count(*) > 1",
            "more is committed than agreed, or paid than committed",
            "select p.reference from proposal p join payment m on m.proposal_id = p.id where p.need_id = any(?)"
                    + " group by p.id, p.reference, p.usd"
                    + " having sum(m.usd) filter (where m.kind = 'COMMITTED') > p.usd"
                    + " or coalesce(sum(m.usd) filter (where m.kind = 'PAID'), 0)"
                    + " > coalesce(sum(m.usd) filter (where m.kind = 'COMMITTED'), 0)",
            "people are told of another item than the one that changed",
            "select o.kind from outbox o join change c on c.id = o.change"
                    + " where (o.item, o.item_id) is distinct from (c.item, c.item_id)"
                    + " and o.item_id in (select id from proposal where need_id = any(?))",
            "people are told of a change that is not there",
            "select o.kind from outbox o where not exists (select 1 from change c where c.id = o.change)"
                    + " and o.item_id in (select id from proposal where need_id = any(?))");

    /** What people are told where nothing moves, by the begin of why. */
    private static final Map<String, String> OF_NO_STEP = Map.of(
            "reminded", "PROPOSAL_REMINDER",
            "asked after a year", "ONE_YEAR_QUESTION",
            "a milestone of ", "DELIVERY_OVERDUE",
            "reports asked for ", "DELIVERY_REPORT_DUE");

    private static final String PROPOSALS =
            "select p.*, array(select f.party from feedback f where f.proposal_id = p.id) as rated,"
                    + " array(select distinct r.party from delivery_report r where r.proposal_id = p.id) as reported,"
                    + " exists (select 1 from year_answer y where y.proposal_id = p.id) as answered,"
                    + " coalesce((select sum(m.usd) from payment m where m.proposal_id = p.id and m.kind = 'COMMITTED'),"
                    + " 0)::bigint as committed,"
                    + " coalesce((select sum(m.usd) from payment m where m.proposal_id = p.id and m.kind = 'PAID'),"
                    + " 0)::bigint as paid from proposal p where p.need_id = any(?)";

    private final Connection connection;
    private final Array needs;
    private final ActsModel model;
    private final String forbidden;

    StoredActs(ActsModel model, int absorption) throws SQLException {
        this.model = model;
        Map<String, String> all = new HashMap<>(FORBIDDEN);
        all.put(
                "a State is served with more needs than it takes",
                STANDING + "select s.home from standing s group by s.home having count(distinct s.need_id) > "
                        + absorption);
        this.forbidden = all.entrySet().stream()
                .map(one -> "select '%s' as what, q.* from (%s) as q (which)".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" union all "));
        this.connection = Worker.connection();
        this.needs = connection.createArrayOf(
                "uuid", model.needs.stream().map(need -> need.id).toArray());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private List<Map<String, Object>> rows(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 1; i <= sql.chars().filter(sign -> sign == '?').count(); i++) {
                query.setArray(i, needs);
            }
            List<Map<String, Object>> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.put(rows.getMetaData().getColumnLabel(i), rows.getObject(i));
                    }
                    found.add(row);
                }
            }
            return found;
        }
    }

    /** The version in which a need is now, as a tag. */
    String tagOfNeed(UUID id) {
        try (PreparedStatement query = connection.prepareStatement("select version from need where id = ?")) {
            query.setObject(1, id);
            try (ResultSet rows = query.executeQuery()) {
                assertTrue(rows.next(), "there is no such need");
                return '"' + rows.getString(1) + '"';
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void check() throws SQLException {
        assertEquals(List.of(), rows(forbidden), "what must not be");
        checkNeeds();
        Map<UUID, List<Map<String, Object>>> changes = byProposal(
                "select c.item_id as proposal, c.from_status, c.to_status, c.why, t.told from change c join proposal p on p.id ="
                        + " c.item_id left join (select o.change, string_agg(o.kind, ' ') as told from outbox o where o.item_id"
                        + " in (select id from proposal where need_id = any(?)) group by o.change) t on t.change = c.id"
                        + " where c.item = 'proposal' and p.need_id = any(?) order by c.id");
        Map<UUID, List<Map<String, Object>>> acts = byProposal(
                "select a.proposal_id as proposal, a.act, a.member from proposal_act a join proposal p on p.id ="
                        + " a.proposal_id where p.need_id = any(?) order by a.id");
        List<Map<String, Object>> stored = rows(PROPOSALS);
        assertEquals(model.proposals.size(), stored.size(), "proposals");
        Map<UUID, Map<String, Object>> byId = new HashMap<>();
        stored.forEach(row -> byId.put((UUID) row.get("id"), row));
        for (ActsModel.Proposal expected : model.proposals) {
            Map<String, Object> row = byId.get(expected.id);
            checkProposal(expected, row);
            checkDelivery(expected, row);
            checkHistory(expected, changes.get(expected.id));
            checkActs(expected, row, acts.getOrDefault(expected.id, List.of()));
        }
    }

    private Map<UUID, List<Map<String, Object>>> byProposal(String sql) throws SQLException {
        Map<UUID, List<Map<String, Object>>> found = new HashMap<>();
        rows(sql).forEach(row -> found.computeIfAbsent((UUID) row.get("proposal"), unseen -> new ArrayList<>())
                .add(row));
        return found;
    }

    private void checkNeeds() throws SQLException {
        Map<Object, Object> stored = new HashMap<>();
        rows("select id, status from need where id = any(?)")
                .forEach(row -> stored.put(row.get("id"), row.get("status")));
        Map<Object, Object> recorded = new HashMap<>();
        rows("select item_id, to_status from change where item = 'need' and item_id = any(?) order by id")
                .forEach(row -> recorded.put(row.get("item_id"), row.get("to_status")));
        model.needs.forEach(need -> {
            assertEquals(need.status.name(), stored.get(need.id), "status of need " + need);
            if (need.moved) {
                assertEquals(need.status.name(), recorded.get(need.id), "where the record ends of need " + need);
            }
        });
    }

    private static void checkProposal(ActsModel.Proposal expected, Map<String, Object> row) throws SQLException {
        assertEquals(expected.status.name(), row.get("status"), "status of " + expected);
        assertEquals(expected.parts, row.get("parts"), "parts of " + expected);
        assertEquals(expected.usd, row.get("usd"), "money of " + expected);
        assertEquals(expected.extended, row.get("extended_days"), "prolongation of " + expected);
        assertEquals(expected.shownToRecipient, row.get("shown_to_recipient"), "shown to the State: " + expected);
        assertEquals(expected.shownToProvider, row.get("shown_to_provider"), "shown to the provider: " + expected);
        assertEquals(expected.askedAfterAYear, row.get("asked_after_a_year"), "asked after a year: " + expected);
        assertEquals(
                expected.heldBy,
                new TreeSet<>(List.of((String[]) ((Array) row.get("held_by")).getArray())),
                "who holds " + expected);
        assertEquals(expected.status == ProposalStatus.HELD, row.get("days_left") != null, "days left of " + expected);
        assertEquals(expected.status.hasTerm(), row.get("until") != null, "term of " + expected);
    }

    private static void checkDelivery(ActsModel.Proposal expected, Map<String, Object> row) throws SQLException {
        assertEquals(expected.committed, row.get("committed"), "committed to " + expected);
        assertEquals(expected.paid, row.get("paid"), "paid for " + expected);
        assertEquals(names(expected.reported), among(row, "reported"), "who has reported on " + expected);
        assertEquals(names(expected.finished), among(row, "finished_by"), "who is done with " + expected);
        assertEquals(names(expected.rated), among(row, "rated"), "who has given feedback on " + expected);
        assertEquals(expected.answered, row.get("answered"), "answered after a year: " + expected);
    }

    private static Set<String> names(Set<Party> parties) {
        return parties.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> among(Map<String, Object> row, String column) throws SQLException {
        return new TreeSet<>(List.of((String[]) ((Array) row.get(column)).getArray()));
    }

    /** Each step begins where the one before ended, life leads there, and whom it concerns is told of it. */
    private static void checkHistory(ActsModel.Proposal proposal, List<Map<String, Object>> changes) {
        String before = null;
        for (Map<String, Object> change : changes) {
            String from = (String) change.get("from_status");
            String to = (String) change.get("to_status");
            assertEquals(before, from, "where the step begins: " + change);
            if (from == null) {
                assertEquals("BEFORE_COMMITTEE", to);
            } else {
                assertTrue(
                        from.equals(to) || ProposalStatus.valueOf(from).leadsTo(ProposalStatus.valueOf(to)),
                        "no such step: " + change);
            }
            String told = (String) change.get("told");
            assertEquals(
                    kinds(from, to, (String) change.get("why")), told == null ? Set.of() : Set.of(told.split(" ")));
            before = to;
        }
        assertEquals(proposal.status.name(), before, "where the record ends of " + proposal);
        assertOnce(proposal.askedAfterAYear, "asked after a year", proposal, changes);
        assertOnce(proposal.toldOverdue, "a milestone of ", proposal, changes);
        assertOnce(proposal.askedForReports, "reports asked for ", proposal, changes);
    }

    private static void assertOnce(
            boolean done, String why, ActsModel.Proposal proposal, List<Map<String, Object>> changes) {
        long times = changes.stream()
                .filter(change -> String.valueOf(change.get("why")).startsWith(why))
                .count();
        assertEquals(done ? 1 : 0, times, "how often " + why + ": " + proposal);
    }

    /** What people are told of a step. */
    private static Set<String> kinds(String from, String to, String why) {
        if (to.equals(from)) {
            return OF_NO_STEP.entrySet().stream()
                    .filter(one -> why.startsWith(one.getKey()))
                    .map(one -> Set.of(one.getValue()))
                    .findFirst()
                    .orElse(to.equals("IN_DELIVERY") ? Set.of("DELIVERY_REPORTED") : Set.of());
        }
        return switch (to) {
            case "BEFORE_COMMITTEE" -> from == null ? Set.of("PROPOSAL_BEFORE_COMMITTEE") : Set.of();
            case "AWAITS_RECIPIENT" -> Set.of("PROPOSAL_PASSED", "PROPOSAL_AWAITS_RECIPIENT");
            case "IN_DELIVERY" -> Set.of("DELIVERY_REPORTED");
            case "DELIVERED" -> Set.of("DELIVERY_COMPLETED", "FEEDBACK_DUE");
            case "CLOSED" -> Set.of();
            default -> Set.of("PROPOSAL_" + to);
        };
    }

    /** What was said explains where it stands, and for what it stands nobody but the clock and the need spoke otherwise. */
    private static void checkActs(
            ActsModel.Proposal proposal, Map<String, Object> row, List<Map<String, Object>> acts) {
        Map<String, Integer> count = new HashMap<>();
        Set<String> holding = new TreeSet<>();
        for (Map<String, Object> act : acts) {
            count.merge((String) act.get("act"), 1, Integer::sum);
            if (act.get("act").equals("HELD")) {
                assertTrue(holding.add((String) act.get("member")), "held twice by the same: " + proposal);
            } else if (act.get("act").equals("RELEASED")) {
                assertTrue(holding.remove((String) act.get("member")), "released by whom it was not held: " + proposal);
            }
        }
        if (proposal.isBeforeCommittee()) {
            assertEquals(proposal.heldBy, holding, "who holds " + proposal);
        }
        for (ActKind kind : List.of(ActKind.LET_PASS, ActKind.HELD, ActKind.RELEASED, ActKind.EXTENDED)) {
            assertEquals(
                    proposal.said.getOrDefault(kind, 0),
                    count.getOrDefault(kind.name(), 0),
                    "how often " + kind + ": " + proposal);
        }
        int consents = (row.get("recipient_consented_at") == null ? 0 : 1)
                + (row.get("provider_consented_at") == null ? 0 : 1);
        assertEquals(consents, count.getOrDefault("CONSENTED", 0), "consents to " + proposal);
        assertTrue(!proposal.status.isMatch() || consents == 2, "no match without both consents: " + proposal);
        Object endedBy = row.get("ended_by");
        assertEquals(
                proposal.status == ProposalStatus.OBJECTED, count.containsKey("OBJECTED"), "objection to " + proposal);
        assertEquals(
                proposal.status == ProposalStatus.DECLINED, count.containsKey("DECLINED"), "refusal of " + proposal);
        assertEquals(
                proposal.status == ProposalStatus.SUPERSEDED,
                count.containsKey("SUPERSEDED"),
                "superseded: " + proposal);
        assertEquals(
                proposal.status == ProposalStatus.WITHDRAWN && "EXPERTS".equals(endedBy),
                count.containsKey("WITHDRAWN"),
                "withdrawal of " + proposal);
        assertEquals(proposal.banLifted, count.containsKey("BAN_LIFTED"), "ban of " + proposal);
        if (proposal.status.stands()) {
            assertNull(endedBy, "ended: " + proposal);
        }
    }
}
