package org.switchboard.matrix;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.switchboard.access.ItemKind;
import org.switchboard.access.Reader;
import org.switchboard.access.Sight;
import org.switchboard.access.Walled;

/** Reads the figures of a matrix in one statement, whatever its size, over what the reader may see and nothing else. */
@Walled
@ApplicationScoped
class MatrixQuery {

    /**
     * Words in braces stand for conditions and columns that depend on the reader and on what is asked for.
     *
     * <p>An offer counts in a row if it names one of the row's States or a region around it, and in a column likewise; the
     * name {@code *} stands for all, where it names none. Its budget is divided equally among these cells, so that no sum
     * counts it twice; dollars left over go to the first cells by row and column.
     */
    private static final String STATEMENT = """
            with last_run as (
                select r.id from run r where r.level1 is not null and not r.what_if and {run is seen}
                order by r.finished_at desc, r.id limit 1
            ), planned as (
                select p.need_id, sum(p.usd) as usd, bool_or(o.sample) as sample
                from plan_row p join last_run on last_run.id = p.run_id join offer o on o.id = p.offer_id and {offer is seen}
                group by p.need_id
            ), matched as (
                select m.need_id, sum(m.usd) as usd, sum(m.parts) as parts,
                    bool_or(coalesce(o.sample, false)) as sample
                from match m left join offer o on o.id = m.offer_id
                where {offer is seen} or exists (select 1 from proposal p where p.id = m.proposal_id and {proposal is seen})
                group by m.need_id
            ), need_cell as (
                select {row} as "row", {column of need} as "column", count(*) as needs, sum(n.cost_usd) as "askedUsd",
                    count(planned.need_id) as "proposedNeeds", coalesce(sum(planned.usd), 0) as "proposedUsd",
                    count(matched.need_id) as "matchedNeeds", coalesce(sum(matched.usd), 0) as "matchedUsd",
                    count(*) filter (where matched.parts >= n.tranches) as "metNeeds",
                    bool_or(n.sample or coalesce(planned.sample, false) or coalesce(matched.sample, false)) as sample
                from need n join reference_state s on s.iso3 = n.state join reference_theme t on t.code = n.theme
                    left join planned on planned.need_id = n.id left join matched on matched.need_id = n.id
                where {need is seen} and {need is asked for}
                group by 1, 2
            ), offered as (
                select o.*, {exclusions are seen} as shows_exclusions,
                    cast(row_number() over (order by o.received_at, o.id) as int) as place_in_line
                from offer o where {offer is seen} and {offer is at hand} and {offer is asked for}
            ), state_name as (
                select s.iso3, {row} as row_code, name.code
                from reference_state s, unnest(array['*', s.iso3, s.region, s.subregion, s.intermediate]) as name (code)
                where {State is asked for}
            ), content_name as (
                select c.{column} as column_code, name.code
                from {columns} c, unnest({names of column}) as name (code)
                where {column is asked for}
            ), offer_in_row as (
                select distinct o.place_in_line, s.row_code
                from offered o
                    cross join unnest(coalesce(nullif(o.regions || o.states, '{}'), '{*}')) as named (code)
                    join state_name s on s.code = named.code
                where not (o.shows_exclusions and s.iso3 = any(o.excluded_states))
            ), offer_in_column as (
                select distinct o.place_in_line, c.column_code
                from offered o
                    cross join unnest(coalesce(nullif(o.{columns of offer}, '{}'), '{*}')) as named (code)
                    join content_name c on c.code = named.code
            ), numbered_row as (
                select *, count(*) over offers_rows as rows, row_number() over offers_rows - 1 as number
                from offer_in_row
                window offers_rows as (partition by place_in_line order by row_code collate "C"
                    rows between unbounded preceding and unbounded following)
            ), numbered_column as (
                select *, count(*) over offers_columns as columns, row_number() over offers_columns - 1 as number
                from offer_in_column
                window offers_columns as (partition by place_in_line order by column_code collate "C"
                    rows between unbounded preceding and unbounded following)
            ), shown as (
                select *, row_number() over (order by place_in_line) - 1 as number
                from offered
                where place_in_line in (select place_in_line from offer_in_row)
            ), offer_cell as (
                select r.row_code as "row", c.column_code as "column", array_agg(o.number) as programmes,
                    sum(o.budget_usd / (r.rows * c.columns)
                        + cast(r.number * c.columns + c.number < o.budget_usd % (r.rows * c.columns) as int)) as usd
                from shown o join numbered_row r using (place_in_line) join numbered_column c using (place_in_line)
                group by 1, 2
            ), programme as (
                select o.id as offer, o.reference, o.title, o.provider, p.name as "providerName",
                    o.budget_usd as "budgetUsd", o.sample, o.number,
                    json_build_object('office', coalesce(o.contact_office, p.contact_office),
                        'email', coalesce(o.contact_email, p.contact_email),
                        'phone', coalesce(o.contact_phone, p.contact_phone),
                        'website', coalesce(o.contact_website, p.contact_website)) as contact
                from shown o left join provider p on p.code = o.provider and {provider is seen}
            )
            select cast(json_build_object(
                'needs', coalesce((select json_agg(need_cell) from need_cell), '[]'),
                'offers', coalesce((select json_agg(offer_cell) from offer_cell), '[]'),
                'programmes', coalesce((select json_agg(programme order by number) from programme), '[]'),
                'run', (select id from last_run),
                'sample', exists (select 1 from need_cell where sample) or exists (select 1 from shown where sample)) as text)
            """;

    private final EntityManager database;
    private final ObjectMapper json;

    MatrixQuery(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional
    public MatrixFigures figures(Reader reader, MatrixRows rows, MatrixColumns columns, MatrixFilter filter) {
        Statement statement = statement(Sight.of(reader), rows, columns, filter);
        Query query = database.createNativeQuery(statement.sql(), String.class);
        statement.parameters().forEach(query::setParameter);
        return read((String) query.getSingleResult());
    }

    /** A statement that gives the figures as one JSON text, and what to bind beside it. */
    record Statement(String sql, Map<String, Object> parameters) {}

    Statement statement(Sight sight, MatrixRows rows, MatrixColumns columns, MatrixFilter filter) {
        String statement = written(Map.ofEntries(
                entry("run is seen", sight.sqlCondition("r", ItemKind.RUN)),
                entry("need is seen", sight.sqlCondition("n", ItemKind.NEED)),
                entry("offer is seen", sight.sqlCondition("o", ItemKind.OFFER)),
                entry("proposal is seen", sight.sqlCondition("p", ItemKind.PROPOSAL)),
                entry("exclusions are seen", sight.sqlConfidence("o")),
                entry("offer is at hand", atHand(sight)),
                entry("provider is seen", sight.sqlCondition("p", ItemKind.PROVIDER)),
                entry("need is asked for", filter.onNeeds(sight.sqlConfidence("n"))),
                entry("offer is asked for", filter.onOffers()),
                entry("State is asked for", filter.onStates()),
                entry("column is asked for", filter.onColumns(columns)),
                entry("row", rows.column()),
                entry("column of need", columns.ofNeed()),
                entry("columns of offer", columns.ofOffer()),
                entry("columns", columns.table()),
                entry("names of column", columns.names()),
                entry("column", columns.column())));
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        sight.sqlParameters().forEach((name, value) -> {
            if (statement.contains(":" + name)) {
                parameters.put(name, value);
            }
        });
        return new Statement(statement, parameters);
    }

    /** To those who may not know that an offer is exhausted, it stands as it was offered. */
    static String atHand(Sight sight) {
        return "(o.status = 'ACTIVE' or o.status = 'EXHAUSTED' and not (%s))".formatted(sight.sqlConfidence("o"));
    }

    private static String written(Map<String, String> words) {
        String statement = STATEMENT;
        for (Map.Entry<String, String> word : words.entrySet()) {
            statement = statement.replace("{" + word.getKey() + "}", word.getValue());
        }
        return statement;
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
