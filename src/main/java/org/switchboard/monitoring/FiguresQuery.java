package org.switchboard.monitoring;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.switchboard.access.ItemKind;
import org.switchboard.access.Reader;
import org.switchboard.access.Sight;
import org.switchboard.access.Walled;

/** Counts the steps of a period in one statement, however many there are, over what the reader may see and nothing else. */
@Walled
@ApplicationScoped
class FiguresQuery {

    /**
     * Words in braces stand for what depends on the reader and on what is asked for.
     *
     * <p>When needs went which way is in the record of changes; a file of open needs says with its import that they were
     * received. The database asks for each entry whether it is for the reader, so that only those are read that are of needs met
     * with in the period. Proposals keep the moments of their steps themselves. A request counts once in each area that it has a need in,
     * and once in all: hence the count of distinct items.
     */
    private static final String STATEMENT = """
            with met as (
                select c.item_id as need_id from change c
                where c.item = 'need' and c.to_status in ('SUBMITTED', 'OPEN', 'ACKNOWLEDGED')
                    and c.at >= :begin and c.at < :end
                union
                select p.need_id from proposal p where p.put_forward_at >= :begin and p.put_forward_at < :end
                union
                select n.id from request r join need n on n.request_id = r.id where r.received_on between :first and :last
            ), need_step as (
                select n.id, n.request_id, n.state, t.area, n.sample,
                    min(c.at) filter (where c.to_status in ('SUBMITTED', 'OPEN')) as received_at,
                    min(c.at) filter (where c.to_status = 'ACKNOWLEDGED') as acknowledged_at
                from met join need n on n.id = met.need_id join reference_theme t on t.code = n.theme
                    join change c on c.item = 'need' and c.item_id = n.id
                        and c.to_status in ('SUBMITTED', 'OPEN', 'ACKNOWLEDGED')
                where {need is seen}
                group by n.id, t.area
            ), proposed as (
                select p.*, t.area, row_number() over (partition by p.need_id order by p.put_forward_at, p.id) as place
                from proposal p join reference_theme t on t.code = p.theme
                where {proposal is seen}
            ), event (step, item, at, since, state, area, usd, sample) as (
                select 'REQUEST_RECEIVED', r.id, cast(r.received_on as timestamp) at time zone 'UTC',
                    cast(null as timestamptz), r.state, n.area, 0, r.sample
                from request r join need_step n on n.request_id = r.id and n.received_at is not null
                where {request is seen}
                union all
                select step.name, n.id, step.at, step.since, n.state, n.area, 0, n.sample
                from need_step n cross join lateral (values
                    ('NEED_RECEIVED', n.received_at, null),
                    ('NEED_ACKNOWLEDGED', n.acknowledged_at, n.received_at)) as step (name, at, since)
                union all
                select 'NEED_ACKNOWLEDGED_IN_TIME', n.id, n.acknowledged_at, null, n.state, n.area, 0, n.sample
                from need_step n join unnest(cast(:days as date[]), cast(:earliest as date[])) as term (day, earliest)
                    on term.day = cast(n.acknowledged_at at time zone 'UTC' as date)
                where cast(n.received_at at time zone 'UTC' as date) >= term.earliest
                union all
                select 'NEED_ANSWERED', n.id, p.put_forward_at, n.acknowledged_at, p.state, p.area, 0, p.sample
                from proposed p join need_step n on n.id = p.need_id and n.acknowledged_at is not null
                where p.place = 1
                union all
                select step.name, p.id, step.at, step.since, p.state, p.area, p.usd, p.sample
                from proposed p cross join lateral (values
                    ('PUT_FORWARD', p.put_forward_at, null),
                    ('LET_PASS', p.passed_at, null),
                    ('CONSENTED_BY_STATE', p.recipient_consented_at, null),
                    ('CONFIRMED', p.provider_consented_at, p.put_forward_at),
                    ('DELIVERED', p.delivered_at, p.provider_consented_at),
                    (p.status, p.ended_at, null)) as step (name, at, since)
                union all
                select y.kind, p.id, cast(y.on_day as timestamp) at time zone 'UTC', null, p.state, p.area, y.usd, p.sample
                from payment y join proposed p on p.id = y.proposal_id
            ), step_count as (
                select counted.code, e.step, count(distinct e.item) as count, sum(e.usd) as usd,
                    percentile_cont(0.5) within group (order by
                        cast(extract(epoch from e.at - e.since) / 86400 as double precision)) as "medianDays",
                    avg(extract(epoch from e.at - e.since) / 86400) as "meanDays", bool_or(e.sample) as sample
                from event e join reference_state s on s.iso3 = e.state
                    cross join unnest(array['*'] || {codes}) as counted (code)
                where e.at >= :begin and e.at < :end
                group by counted.code, e.step
            )
            select cast(coalesce(json_agg(step_count), '[]') as text) from step_count
            """;

    private final EntityManager database;
    private final ObjectMapper json;

    FiguresQuery(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param inTime by each day of the period, the earliest receipt of which an acknowledgement on that day is in time */
    @Transactional
    public List<StepCount> counts(
            Reader reader, Period period, Grouping grouping, SortedMap<LocalDate, LocalDate> inTime) {
        Sight sight = Sight.of(reader);
        String statement = written(Map.ofEntries(
                entry("request is seen", sight.sqlCondition("r", ItemKind.REQUEST)),
                entry("need is seen", sight.sqlCondition("n", ItemKind.NEED)),
                entry("proposal is seen", sight.sqlCondition("p", ItemKind.PROPOSAL)),
                entry("codes", grouping.codes())));
        Query query = database.createNativeQuery(statement, String.class)
                .setParameter("days", texts(inTime.keySet()))
                .setParameter("earliest", texts(inTime.values()))
                .setParameter("first", period.from())
                .setParameter("last", period.to())
                .setParameter("begin", period.begin())
                .setParameter("end", period.end());
        sight.sqlParameters().forEach((name, value) -> {
            if (statement.contains(":" + name)) {
                query.setParameter(name, value);
            }
        });
        return read((String) query.getSingleResult());
    }

    private static String[] texts(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static String written(Map<String, String> words) {
        String statement = STATEMENT;
        for (Map.Entry<String, String> word : words.entrySet()) {
            statement = statement.replace("{" + word.getKey() + "}", word.getValue());
        }
        return statement;
    }

    private List<StepCount> read(String counts) {
        try {
            return json.readValue(counts, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the figures of a period", e);
        }
    }
}
