package org.switchboard.authorization;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Assignment;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.People;
import org.switchboard.testing.StoredProposal;
import org.switchboard.testing.Worker;

/** Items put into the database past the service, in whatever state a test wants them. */
final class Items {

    /** Kept, as a new one for each of thousands of items would take most of the time. */
    private static @Nullable Connection connection;

    private Items() {}

    /** One statement, kept at once. */
    static synchronized int run(String sql, Object... values) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** To the database at hand: a service that is started anew may have another. */
    private static Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(1)) {
            connection = Worker.connection();
        }
        return connection;
    }

    /**
     * A stored item.
     *
     * @param id by which its address names it: of a provider the code
     * @param reference that it keeps
     */
    record Item(String id, String reference, String audience) {}

    static void providers() {
        provider(Asker.Codes.OWN, "COMMITTEE");
        provider(Asker.Codes.OTHER, "COMMITTEE");
        provider(Asker.Codes.THIRD, "PUBLIC");
    }

    static Item provider(String code, String audience) {
        run(
                "insert into provider (id, version, code, name, type, prospective, owner, audience, sample, created_at)"
                        + " values (gen_random_uuid(), 0, ?, ?, 'ORGANIZATION', false, ?, ?, false, now())"
                        + " on conflict (code) do update set audience = excluded.audience, version = 0",
                code,
                "Fund " + code,
                "provider:" + code,
                audience);
        return new Item(code, code, audience);
    }

    static Item account(String status) {
        UUID account = People.account(Assignment.expert());
        run("update account set status = ? where id = ?", status, account);
        return new Item(account.toString(), "", "");
    }

    static Item accountWithFactor() {
        Item account = account("ACTIVE");
        run(
                "insert into second_factor (account, sealed, confirmed, last_step, started_at)"
                        + " values (?, '\\x00', true, 0, now())",
                UUID.fromString(account.id()));
        return account;
    }

    /** Its token has the account's id, so that one id does for both places of an address. */
    static Item accountWithToken() {
        Item account = account("ACTIVE");
        run(
                "insert into api_token (id, account, name, sha256, changes, created_at, expires_on)"
                        + " values (?, ?, 'of a test', sha256(?::text::bytea), false, now(), '9999-12-31')",
                UUID.fromString(account.id()),
                UUID.fromString(account.id()),
                account.id());
        return account;
    }

    /** What this account was told as this addressee. */
    static Item notice(UUID account, String addressee) {
        UUID id = UUID.randomUUID();
        UUID need = UUID.randomUUID();
        run(
                "insert into change (id, item, item_id, who, at, why, content)"
                        + " values (nextval('change_id'), 'run', ?, 'test', now(), 'created', '{}')",
                need);
        run(
                "insert into notice (id, account, addressees, change, kind, item, item_id, words, at, mail, daily, mail_tries)"
                        + " select ?, ?, array[?], id, 'NEED_OPENED', 'need', item_id, '{\"reference\": \"N-1\"}', at, 'NONE',"
                        + " false, 0 from change where item_id = ?",
                id,
                account,
                addressee,
                need);
        return new Item(id.toString(), "", "");
    }

    /** By a link that stood in a mail. */
    static Item noticeStop() {
        String token = Api.unique("stop");
        run(
                "insert into notice_stop (sha256, account, mail_groups, created_at)"
                        + " values (sha256(?::text::bytea), ?, '{NEEDS}', now())",
                token,
                People.account(Assignment.expert()));
        return new Item(token, "", "");
    }

    static Item subCommittee() {
        UUID id = UUID.randomUUID();
        run(
                "insert into sub_committee (id, version, name, created_at) values (?, 0, ?, now())",
                id,
                Api.unique("group"));
        return new Item(id.toString(), "", "");
    }

    static Item request(String state, String audience) {
        UUID id = UUID.randomUUID();
        String reference = Api.unique("authorization");
        run(
                "insert into request (id, version, state, reference, received_on, owner, audience, sample, created_at)"
                        + " values (?, 0, ?, ?, date '2026-11-02', ?, ?, false, now())",
                id,
                state,
                reference,
                "state:" + state,
                audience);
        return new Item(id.toString(), reference, audience);
    }

    /** The request, with a need in it that was submitted. */
    static Item needOf(Item request, String state) {
        need(request, state, "COMMITTEE", "SUBMITTED");
        return request;
    }

    static Item need(String state, String audience, String status, String... releasedTo) {
        return need(request(state, "COMMITTEE"), state, audience, status, releasedTo);
    }

    private static Item need(Item request, String state, String audience, String status, String... releasedTo) {
        UUID id = UUID.randomUUID();
        String reference = Api.unique("authorization");
        run(
                "insert into need (id, version, request_id, state, reference, theme, stage, kind, title, cost_amount,"
                        + " cost_currency, cost_usd, tranches, partial_ok, priority, languages, starts_on, ends_on,"
                        + " matching, released_to, blocked_providers, human_rights, gender, status, owner, audience,"
                        + " sample, received_at) values (?, 0, ?, ?, ?, 'FIN', 'B', 'TRAINING', 'Training of analysts',"
                        + " 240000, 'USD', 240000, 1, false, 'MEDIUM', '{xau}', '2027-01-01', '2027-12-31', 'ANY',"
                        + " string_to_array(?, ' '), '{}', false, false, ?, ?, ?, false, now())",
                id,
                UUID.fromString(request.id()),
                state,
                reference,
                String.join(" ", releasedTo),
                status,
                "state:" + state,
                audience);
        return new Item(id.toString(), reference, audience);
    }

    static Item offer(String provider, String audience, String status) {
        UUID id = UUID.randomUUID();
        String reference = Api.unique("authorization");
        run(
                "insert into offer (id, version, provider, reference, title, programme, standing, funding, themes, kinds,"
                        + " stages, regions, states, excluded_states, currency, budget_amount, floor_amount,"
                        + " ceiling_amount, per_state_cap_amount, budget_usd, floor_usd, ceiling_usd, per_state_cap_usd,"
                        + " max_needs, languages, starts_on, ends_on, due_diligence_required, status, owner, audience,"
                        + " sample, received_at) values (?, 0, ?, ?, 'Drafting help', 'EXISTING', 'FUNDED', 'DIRECT', '{}',"
                        + " '{}', '{}', '{}', '{}', '{}', 'USD', 900000, 0, 900000, 900000, 900000, 0, 900000, 900000,"
                        + " 1000000, '{xau}', '2027-01-01', '2028-12-31', false, ?, ?, ?, false, now())",
                id,
                provider,
                reference,
                status,
                "provider:" + provider,
                audience);
        return new Item(id.toString(), reference, audience);
    }

    /** A proposal for a need of this State from an offer of this provider. */
    static Item proposal(String state, String provider, String status) {
        UUID id = StoredProposal.of(
                UUID.fromString(need(state, "COMMITTEE", "OPEN").id()),
                UUID.fromString(offer(provider, "COMMITTEE", "ACTIVE").id()),
                1,
                status);
        return new Item(id.toString(), "", "");
    }

    /** Held by the member that asks in these tests. */
    static Item circulation(String state, String status) {
        Item request = request(state, "COMMITTEE");
        Item need = need(request, state, "COMMITTEE", "ACKNOWLEDGED");
        UUID id = UUID.randomUUID();
        run(
                "insert into circulation (id, version, request_id, reference, state, needs, status, until, held_by, days_left,"
                        + " extended_days, put_before_by, put_before_at, ended_at) values (?, 0, ?, ?, ?, array[?::uuid], ?,"
                        + " case when ?::text = 'BEFORE_COMMITTEE' then current_date + 30 end,"
                        + " case when ?::text = 'HELD' then '{NOR}'::text[] else '{}' end,"
                        + " case when ?::text = 'HELD' then 3 end, 0, 'test', now(),"
                        + " case when ?::text not in ('BEFORE_COMMITTEE', 'HELD') then now() end)",
                id,
                UUID.fromString(request.id()),
                request.reference(),
                state,
                need.id(),
                status,
                status,
                status,
                status,
                status);
        return new Item(id.toString(), "", "");
    }

    /** Another that waits for the Committee makes room, as there is one at a time. */
    static Item edition(String status) {
        run("update edition set status = 'WITHDRAWN', number = null, ended_by = 'test', ended_at = now()"
                + " where status = 'PREPARED'");
        UUID id = UUID.randomUUID();
        run(
                "insert into edition (id, version, owner, audience, number, status, as_of, prepared_by, sample) select ?, 0,"
                        + " 'executive-directorate', 'COMMITTEE', coalesce(max(number), 0) + 1, 'PREPARED', now(), 'test', false"
                        + " from edition",
                id);
        for (String audience : List.of("PUBLIC", "PARTICIPANTS")) {
            run(
                    "insert into edition_text (edition_id, audience, content, sha256, needs, offers, matches) select ?, ?, c,"
                            + " encode(sha256(c), 'hex'), 0, 0, 0 from (select convert_to(?, 'UTF8')) as text (c)",
                    id,
                    audience,
                    EDITION.formatted(audience));
        }
        String number =
                People.strings("select number from edition where id = ?", id).get(0);
        if (!status.equals("PREPARED")) {
            run(
                    "update edition set status = ?, audience = case when ? = 'DISTRIBUTED' then 'PUBLIC' else 'COMMITTEE' end,"
                            + " number = case when ? = 'DISTRIBUTED' then number end, ended_by = 'test', ended_at = now()"
                            + " where id = ?",
                    status,
                    status,
                    status,
                    id);
        }
        return new Item(number, "", "");
    }

    private static final String EDITION = """
            {"format": "switchboard-edition/1", "audience": "%s", "asOf": "2026-12-01T06:00:00Z", "sample": false, "names": {},
             "cells": [], "rowTotals": [], "columnTotals": [], "total": {}, "needs": [], "offers": [], "matches": []}""";

    static Item holiday() {
        String day = "2" + java.util.concurrent.ThreadLocalRandom.current().nextInt(200, 900) + "-06-15";
        run("insert into holiday (day, name) values (?::date, 'Of a test') on conflict do nothing", day);
        return new Item(day, "", "");
    }

    /** A run that was told to end, and did: to ask again changes nothing. */
    static Item cancelledRun() {
        UUID id = UUID.randomUUID();
        run(
                "insert into run (id, version, status, policy, seed, limit_seconds, cancel_requested, created_by,"
                        + " created_at, finished_at, sample, owner) select ?, 0, 'CANCELLED', max(version), 1, 1, true,"
                        + " 'test', now(), now(), false, 'executive-directorate' from policy",
                id);
        return new Item(id.toString(), "", "");
    }

    static Item rate() {
        UUID id = UUID.randomUUID();
        run(
                "insert into rate (id, currency, since, usd_per_unit, source)"
                        + " values (?, 'XAU', date '1900-01-01' + (random() * 30000)::int, 1, 'of a test')"
                        + " on conflict do nothing",
                id);
        return new Item(id.toString(), "", "");
    }

    /** The same need as it is stored, to be changed without changing anything. */
    static Body content(Item need) {
        return Body.need(need.reference()).with("audience", need.audience());
    }
}
