package org.switchboard.matrix;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Supplier;
import org.switchboard.testing.AsService;

/** Rows written straight into the tables, for transactions that are rolled back. */
final class Inserted {

    private Inserted() {}

    /** Does something in a transaction of which nothing stays. */
    static <T> T andRolledBack(Supplier<T> test) {
        QuarkusTransaction.begin();
        try {
            return AsService.call(test);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Open public needs of Chad, a dollar each. */
    static void needs(EntityManager database, int many) {
        needs(database, many, 1, "PUBLIC", false);
    }

    static void needs(EntityManager database, int many, long usd, String audience, boolean sample) {
        String name = UUID.randomUUID().toString();
        database.createNativeQuery("""
                        insert into request
                        select :request, 0, 'TCD', :name, date '2026-11-01', null, null, null, null, null, null,
                            'state:TCD', 'COMMITTEE', false, now()
                        """)
                .setParameter("request", UUID.fromString(name))
                .setParameter("name", name)
                .executeUpdate();
        database.createNativeQuery("""
                        insert into need
                        select gen_random_uuid(), 0, :request, 'TCD', :name || i, 'FIN', 'A', 'TRAINING', 'Inserted',
                            null, null, null, null, null, :usd, 'USD', :usd, null, 1, false, 'LOW', null, null,
                            array['fr'], date '2027-01-01', date '2027-12-31', 'ANY', array[]\\:\\:text[],
                            array[]\\:\\:text[], false, false, null, 'OPEN', 'state:TCD', :audience, :sample, now()
                        from generate_series(1, :many) i
                        """)
                .setParameter("request", UUID.fromString(name))
                .setParameter("name", name)
                .setParameter("usd", usd)
                .setParameter("audience", audience)
                .setParameter("sample", sample)
                .setParameter("many", many)
                .executeUpdate();
    }

    /** Active public offers of MXA to Chad, 100 dollars each. */
    static void offers(EntityManager database, int many) {
        offers(database, many, "MXA", "PUBLIC", false);
    }

    static void offers(EntityManager database, int many, String provider, String audience, boolean sample) {
        database.createNativeQuery("""
                        insert into offer
                        select gen_random_uuid(), 0, :provider, :name || i, 'Inserted', null, null, null, null, null,
                            'NEW', 'FUNDED', 'DIRECT', array['FIN'], array['TRAINING'], array['A'],
                            array[]\\:\\:text[], array['TCD'], array[]\\:\\:text[], 'USD', null, 100, 0, 100, 100,
                            100, 0, 100, 100, 5, array['fr'], date '2027-01-01', date '2027-12-31', false, 'ACTIVE',
                            'provider:' || :provider, :audience, :sample, now()
                        from generate_series(1, :many) i
                        """)
                .setParameter("provider", provider)
                .setParameter("name", UUID.randomUUID().toString())
                .setParameter("audience", audience)
                .setParameter("sample", sample)
                .setParameter("many", many)
                .executeUpdate();
    }

    /** A solved run that ends tomorrow, so that its plan is the last. */
    static UUID run(EntityManager database) {
        UUID run = UUID.randomUUID();
        database.createNativeQuery("""
                        insert into run (id, version, status, policy, seed, limit_seconds, cancel_requested, created_by,
                            created_at, started_at, finished_at, needs, offers, candidates, level1, level2, bound, threads,
                            laps, ended_by, sample, owner)
                        select :run, 0, 'SOLVED', max(version), 1, 1, false, 'test', now(), now(),
                            now() + interval '1 day', 1, 1, 1, 1, 1, 1, 1, '{1}', 'TIME', false, 'executive-directorate'
                        from policy
                        """).setParameter("run", run).executeUpdate();
        return run;
    }

    /** A proposal of one part for each pair of inserted needs and offers, of which both sides know. */
    static void proposals(EntityManager database, String status) {
        database.createNativeQuery("""
                        insert into proposal (id, version, reference, need_id, offer_id, state, theme, provider, recipient,
                            giver, need_reference, need_title, offer_reference, offer_title, parts, of_parts, of_usd,
                            partial_ok, usd, fit, fit_parts, origin, status, until, held_by, extended_days,
                            shown_to_recipient, shown_to_provider, put_forward_by, put_forward_at, recipient_consented_at,
                            provider_consented_at, ended_at, ended_by, delivered_at, closed_at, ban_lifted, sample)
                        select gen_random_uuid(), 0, gen_random_uuid()\\:\\:text, n.id, o.id, n.state, n.theme, o.provider,
                            n.owner, o.owner, n.reference, n.title, o.reference, o.title, 1, n.tranches, n.cost_usd, true,
                            n.cost_usd / n.tranches, 0, '', 'PLAN', :status,
                            case when :status = 'AWAITS_PROVIDER' then current_date end, '{}', 0, true, true, 'test', now(),
                            now(), now(), case when :status = 'WITHDRAWN' then now() end,
                            case when :status = 'WITHDRAWN' then 'EXPERTS' end,
                            case when :status in ('DELIVERED', 'CLOSED') then now() end,
                            case when :status = 'CLOSED' then now() end, false, false
                        from need n, offer o where n.title = 'Inserted' and o.title = 'Inserted'
                        """).setParameter("status", status).executeUpdate();
    }

    /** Puts all pairs of inserted needs and offers into the plan of a run. */
    static void plan(EntityManager database, UUID run) {
        database.createNativeQuery("""
                        insert into plan_row
                        select :run, n.id, o.id, 1, n.cost_usd, 50 from need n, offer o
                        where n.title = 'Inserted' and o.title = 'Inserted'
                        """).setParameter("run", run).executeUpdate();
    }
}
