package org.switchboard.monitoring;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.switchboard.testing.Api;
import org.switchboard.testing.People;
import org.switchboard.testing.Worker;

/** A year before the service was there, in which nothing happened but what one test puts into the database, past every rule. */
final class LongAgo {

    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static final String PROVIDER = "LONG-AGO";

    /** A Monday in March: the first day of the period that is asked for. */
    final LocalDate first = firstMonday(LocalDate.of(1950 + TAKEN.getAndIncrement(), 3, 1));

    /** Its last day: two weeks all in all. */
    final LocalDate last = first.plusDays(13);

    private final UUID offer = UUID.randomUUID();

    LongAgo() {
        People.run(
                "insert into provider (id, code, version, name, type, prospective, owner, audience, sample, created_at)"
                        + " values (gen_random_uuid(), ?, 0, 'Fund of long ago', 'ORGANIZATION', false, ?, 'COMMITTEE', false, now())"
                        + " on conflict do nothing",
                PROVIDER,
                "provider:" + PROVIDER);
        People.run(
                "insert into offer (id, version, provider, reference, title, programme, standing, funding, themes, kinds,"
                        + " stages, regions, states, excluded_states, currency, budget_amount, floor_amount,"
                        + " ceiling_amount, per_state_cap_amount, budget_usd, floor_usd, ceiling_usd, per_state_cap_usd,"
                        + " max_needs, languages, starts_on, ends_on, due_diligence_required, status, owner, audience,"
                        + " sample, received_at) values (?, 0, ?, ?, 'Help of long ago', 'EXISTING', 'FUNDED', 'DIRECT', '{}',"
                        + " '{}', '{}', '{}', '{}', '{}', 'USD', 900000, 0, 900000, 900000, 900000, 0, 900000, 900000,"
                        + " 1000000, '{xau}', '1950-01-01', '1950-12-31', false, 'CLOSED', ?, 'COMMITTEE', false, now())",
                offer,
                PROVIDER,
                Api.unique("long-ago"),
                "provider:" + PROVIDER);
    }

    private static LocalDate firstMonday(LocalDate from) {
        return from.plusDays((8 - from.getDayOfWeek().getValue()) % 7);
    }

    /** Noon of the day that is so many days after the first. */
    OffsetDateTime noon(int day) {
        return moment(first.plusDays(day), LocalTime.NOON);
    }

    static OffsetDateTime moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atOffset(ZoneOffset.UTC);
    }

    UUID request(String state, LocalDate receivedOn) {
        UUID id = UUID.randomUUID();
        People.run(
                "insert into request (id, version, state, reference, received_on, owner, audience, sample, created_at)"
                        + " values (?, 0, ?, ?, ?, ?, 'COMMITTEE', false, now())",
                id,
                state,
                Api.unique("long-ago"),
                receivedOn,
                "state:" + state);
        return id;
    }

    /** A need in a request of its own, which came in half a year before the period. */
    UUID need(String state, String theme) {
        return need(request(state, first.minusMonths(6)), theme);
    }

    UUID need(UUID request, String theme) {
        UUID id = UUID.randomUUID();
        People.run(
                "insert into need (id, version, request_id, state, reference, theme, stage, kind, title, cost_amount,"
                        + " cost_currency, cost_usd, tranches, partial_ok, priority, languages, starts_on, ends_on,"
                        + " matching, released_to, blocked_providers, human_rights, gender, status, owner, audience,"
                        + " sample, received_at) select ?, 0, r.id, r.state, ?, ?, 'B', 'TRAINING', 'A need of long ago',"
                        + " 90000, 'USD', 90000, 2, true, 'MEDIUM', '{xau}', '1950-01-01', '1950-12-31', 'ANY', '{}', '{}',"
                        + " false, false, 'CLOSED', r.owner, 'COMMITTEE', false, now() from request r where r.id = ?",
                id,
                Api.unique("long-ago"),
                theme,
                request);
        return id;
    }

    /** The record says that a need went this way; null for the begin. */
    void went(UUID need, String from, String to, OffsetDateTime at) {
        record("need", need, from, to, at, "{}");
    }

    /** A need that was submitted and acknowledged. */
    UUID acknowledged(String state, String theme, OffsetDateTime submitted, OffsetDateTime acknowledged) {
        UUID need = need(state, theme);
        went(need, "DRAFT", "SUBMITTED", submitted);
        went(need, "SUBMITTED", "ACKNOWLEDGED", acknowledged);
        return need;
    }

    /** The record says that a proposal went this way. */
    void went(UUID proposal, String from, String to, OffsetDateTime at, String why, int parts, long usd) {
        record("proposal", proposal, from, to, at, why, "{\"parts\": %d, \"usd\": %d}".formatted(parts, usd));
    }

    private static void record(String item, UUID id, String from, String to, OffsetDateTime at, String content) {
        record(item, id, from, to, at, "of a test", content);
    }

    private static void record(
            String item, UUID id, String from, String to, OffsetDateTime at, String why, String content) {
        People.run(
                "insert into change (id, item, item_id, who, at, from_status, to_status, why, content)"
                        + " values (nextval('change_id'), ?, ?, 'person@people.example', ?, ?, ?, ?, ?::jsonb)",
                item,
                id,
                at,
                from,
                to,
                why,
                content);
    }

    /** A proposal for this need, of 90,000 dollars, that comes to be in a status. */
    Proposal proposal(UUID need, OffsetDateTime putForward, String status) {
        return new Proposal(need, status).with("put_forward_at", putForward);
    }

    /** A proposal before it is stored. */
    final class Proposal {

        private final UUID need;
        private final String status;
        private final Map<String, Object> columns = new LinkedHashMap<>();

        private Proposal(UUID need, String status) {
            this.need = need;
            this.status = status;
        }

        Proposal with(String column, Object value) {
            columns.put(column, value);
            return this;
        }

        UUID stored() {
            UUID id = UUID.randomUUID();
            String names = String.join(", ", columns.keySet());
            Object[] values = new Object[columns.size() + 4];
            values[0] = id;
            values[1] = id.toString();
            values[2] = status;
            int place = 3;
            for (Object value : columns.values()) {
                values[place++] = value;
            }
            values[place] = need;
            People.run("""
                    insert into proposal (id, version, reference, need_id, offer_id, state, theme, provider, recipient, giver,
                        need_reference, need_title, offer_reference, offer_title, parts, of_parts, of_usd, partial_ok, usd, fit,
                        fit_parts, origin, status, held_by, extended_days, shown_to_recipient, shown_to_provider,
                        put_forward_by, ban_lifted, sample, %s)
                    select ?, 0, 'P-' || left(?, 13), n.id, '%s', n.state, n.theme, '%s', n.owner, 'provider:%s',
                        n.reference, n.title, 'offer', 'Help of long ago', 2, 2, 90000, true, 90000, 0, '', 'PLAN', ?, '{}', 0,
                        true, true, 'person@people.example', false, false, %s
                    from need n where n.id = ?
                    """.formatted(names, offer, PROVIDER, PROVIDER, "?, ".repeat(columns.size() - 1) + "?"), values);
            return id;
        }
    }

    static void pays(UUID proposal, String kind, long usd, LocalDate on) {
        People.run(
                "insert into payment (id, proposal_id, kind, usd, on_day, note, who, at)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?, '', 'person@people.example', now())",
                proposal,
                kind,
                usd,
                on);
    }

    /** What somebody did with a proposal. */
    static void acts(UUID proposal, String act, String owner, String member, OffsetDateTime at, String words) {
        People.run(
                "insert into proposal_act (proposal_id, at, who, owner, member, act, words)"
                        + " values (?, ?, 'person@people.example', ?, ?, ?, ?)",
                proposal,
                at,
                owner,
                member,
                act,
                words);
    }

    /** The figures of the two weeks, as the experts are shown them. */
    JsonPath figures(String more) {
        return get("figures", more).then().statusCode(200).extract().jsonPath();
    }

    Response get(String what, String more) {
        return RestAssured.given().get("/api/v1/monitoring/" + what + "?from=" + first + "&to=" + last + more);
    }

    /** One number, as the database has it for one from whom it hides nothing. */
    static long inDatabase(String sql) {
        try (Connection connection = Worker.connection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
