package org.switchboard.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import org.switchboard.access.Reader;
import org.switchboard.access.Sight;

/** Reads the figures of a matrix in one statement, whatever its size, over what the reader may see and nothing else. */
@ApplicationScoped
class MatrixQuery {

    /**
     * An offer's budget is divided equally among the cells that it can serve, so that no sum counts it twice; dollars left
     * over go to the first cells by row and column.
     */
    private static final String STATEMENT = """
            with last_run as (
                select r.id from run r where r.level1 is not null and %1$s order by r.finished_at desc limit 1
            ), asked as (
                select n.id, n.cost_usd, n.sample, s.%2$s as row_code, %3$s as column_code
                from need n join reference_state s on s.iso3 = n.state join reference_theme t on t.code = n.theme
                where %4$s and %5$s
            ), offered as (
                select o.*, row_number() over (order by o.received_at, o.id) - 1 as number
                from offer o where %6$s and %7$s
            ), planned as (
                select p.need_id, sum(p.usd) as usd
                from plan_row p join last_run on last_run.id = p.run_id join offer o on o.id = p.offer_id and %6$s
                group by p.need_id
            ), need_cell as (
                select row_code as "row", column_code as "column", count(*) as needs, sum(cost_usd) as "askedUsd",
                    count(planned.need_id) as "proposedNeeds", coalesce(sum(planned.usd), 0) as "proposedUsd"
                from asked left join planned on planned.need_id = asked.id
                group by row_code, column_code
            ), place as (
                select distinct o.number, o.budget_usd, s.%2$s as row_code
                from offered o join reference_state s
                    on (cardinality(o.regions) = 0 and cardinality(o.states) = 0 or s.iso3 = any(o.states)
                        or s.region = any(o.regions) or s.subregion = any(o.regions) or s.intermediate = any(o.regions))
                    and s.iso3 <> all(o.excluded_states) and %8$s
            ), content as (
                select o.number, c.code as column_code from offered o, lateral (%9$s) c where %10$s
            ), share as (
                select number, row_code, column_code, budget_usd / count(*) over w
                    + case when row_number() over (partition by number order by row_code, column_code)
                        <= budget_usd %% count(*) over w then 1 else 0 end as usd
                from place join content using (number)
                window w as (partition by number)
            ), offer_cell as (
                select row_code as "row", column_code as "column", sum(usd) as usd,
                    array_agg(number order by number) as programmes
                from share group by row_code, column_code
            ), programme as (
                select o.id as offer, o.reference, o.title, o.provider, p.name as "providerName",
                    o.budget_usd as "budgetUsd", o.sample, o.number,
                    json_build_object('office', coalesce(o.contact_office, p.contact_office),
                        'email', coalesce(o.contact_email, p.contact_email),
                        'phone', coalesce(o.contact_phone, p.contact_phone),
                        'website', coalesce(o.contact_website, p.contact_website)) as contact
                from offered o left join provider p on p.code = o.provider and %11$s
            )
            select cast(json_build_object(
                'needs', coalesce((select json_agg(need_cell) from need_cell), '[]'),
                'offers', coalesce((select json_agg(offer_cell) from offer_cell), '[]'),
                'programmes', coalesce((select json_agg(programme order by number) from programme), '[]'),
                'run', (select id from last_run),
                'sample', exists (select 1 from asked where sample) or exists (select 1 from offered where sample)) as text)
            """;

    private final EntityManager database;
    private final ObjectMapper json;

    MatrixQuery(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional
    public MatrixFigures figures(Reader reader, MatrixRows rows, MatrixColumns columns, MatrixFilter filter) {
        Sight sight = Sight.of(reader);
        String statement = STATEMENT.formatted(
                sight.sqlCondition("r"),
                rows.column(),
                columns.ofNeed(),
                sight.sqlCondition("n"),
                filter.onNeeds(),
                sight.sqlCondition("o"),
                filter.onOffers(),
                filter.onPlaces(),
                columns.ofOffer(),
                filter.onColumns(columns),
                sight.sqlCondition("p"));
        Query query = database.createNativeQuery(statement, String.class);
        sight.sqlParameters().forEach(query::setParameter);
        filter.parameters().forEach(query::setParameter);
        return read((String) query.getSingleResult());
    }

    private MatrixFigures read(String figures) {
        try {
            return json.readerFor(MatrixFigures.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the figures of the matrix", e);
        }
    }
}
