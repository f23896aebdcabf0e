package org.switchboard.testing;

import java.util.UUID;

/** A proposal put into the database past every rule, in whatever state a test wants it. */
public final class StoredProposal {

    private static final String INSERT = """
            insert into proposal (id, version, reference, need_id, offer_id, state, theme, provider, recipient, giver,
                need_reference, need_title, offer_reference, offer_title, parts, of_parts, of_usd, partial_ok, usd, fit,
                fit_parts, origin, status, until, held_by, days_left, extended_days, shown_to_recipient, shown_to_provider,
                put_forward_by, put_forward_at, recipient_consented_at, provider_consented_at, ended_at, ended_by,
                delivered_at, asked_after_a_year, ban_lifted, sample)
            select ?, 0, 'P-' || left(?::text, 13), n.id, o.id, n.state, n.theme, o.provider, n.owner, o.owner,
                n.reference, n.title, o.reference, o.title, ?, case when ? > n.tranches then 4 else n.tranches end,
                n.cost_usd, true, n.cost_usd, 0,
                '', 'PLAN', s.status,
                case when s.status in ('BEFORE_COMMITTEE', 'AWAITS_RECIPIENT', 'AWAITS_PROVIDER') then current_date + 30 end,
                case when s.status = 'HELD' then '{NOR}'::text[] else '{}' end,
                case when s.status = 'HELD' then 3 end, 0,
                s.status not in ('BEFORE_COMMITTEE', 'HELD', 'OBJECTED'),
                s.status not in ('BEFORE_COMMITTEE', 'HELD', 'OBJECTED', 'AWAITS_RECIPIENT'),
                'test', now(), now(), now(),
                case when s.ended then now() end, case when s.ended then 'EXPERTS' end,
                case when s.status = 'DELIVERED' then now() end, s.status = 'DELIVERED', false, false
            from need n, offer o,
                (select status, status in ('OBJECTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'SUPERSEDED')
                    from (select ?::text as status) as given) as s (status, ended)
            where n.id = ? and o.id = ?
            """;

    private StoredProposal() {}

    /** @return its id */
    public static UUID of(UUID need, UUID offer, int parts, String status) {
        UUID id = UUID.randomUUID();
        if (People.run(INSERT, id, id.toString(), parts, parts, status, need, offer) != 1) {
            throw new IllegalArgumentException("no such need or offer");
        }
        return id;
    }

    /** Takes all proposals away, so that no plan of another test holds them. */
    public static void forget() {
        People.run("delete from proposal");
    }
}
