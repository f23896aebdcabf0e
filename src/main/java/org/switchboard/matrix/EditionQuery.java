package org.switchboard.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import org.switchboard.access.ItemKind;
import org.switchboard.access.Reader;
import org.switchboard.access.Sight;
import org.switchboard.access.Walled;

/** Reads all that an edition says in one statement, so that all of it was so at the same moment. */
@Walled
@ApplicationScoped
class EditionQuery {

    private static final String STATEMENT = """
            with figure as ({figures}), edition_need as (
                select n.id, n.state, n.reference, n.title, n.theme, n.stage, n.kind, n.status, n.cost_usd as "costUsd",
                    n.tranches as parts, n.languages, n.starts_on as "from", n.ends_on as "to",
                    n.received_at as "receivedAt", n.sample
                from need n join reference_state s on s.iso3 = n.state join reference_theme t on t.code = n.theme
                where {need is seen} and {need is asked for}
            ), edition_offer as (
                select o.id, o.provider, o.reference, p.name as "providerName", o.title, o.themes, o.kinds, o.stages,
                    o.regions, o.states, o.budget_usd as "budgetUsd", o.languages, o.starts_on as "from", o.ends_on as "to",
                    json_build_object('office', coalesce(o.contact_office, p.contact_office),
                        'email', coalesce(o.contact_email, p.contact_email),
                        'phone', coalesce(o.contact_phone, p.contact_phone),
                        'website', coalesce(o.contact_website, p.contact_website)) as contact,
                    o.sample, o.received_at
                from offer o left join provider p on p.code = o.provider and {provider is seen}
                where {offer is seen} and {offer is at hand} and {offer is asked for}
            ), edition_match as (
                select m.need_id as need, m.offer_id as offer, sum(m.parts) as parts, sum(m.usd) as usd
                from match m join edition_need n on n.id = m.need_id join edition_offer o on o.id = m.offer_id
                group by 1, 2
            )
            select cast(json_build_object(
                'figures', (select cast(figures as json) from figure as f (figures)),
                'needs', coalesce((select json_agg(n order by n."receivedAt", n.id) from edition_need n), '[]'),
                'offers', coalesce((select json_agg(o order by o.received_at, o.id) from edition_offer o), '[]'),
                'matches', coalesce((select json_agg(m order by m.need, m.offer) from edition_match m), '[]')) as text)
            """;

    /**
     * What an edition is made of.
     *
     * @param needs with their true status
     */
    record Items(
            MatrixFigures figures,
            List<EditionContent.Need> needs,
            List<EditionContent.Offer> offers,
            List<EditionContent.Match> matches) {}

    private final EntityManager database;
    private final MatrixQuery matrix;
    private final ObjectMapper json;

    EditionQuery(EntityManager database, MatrixQuery matrix, ObjectMapper json) {
        this.database = database;
        this.matrix = matrix;
        this.json = json;
    }

    @Transactional
    public Items items(Reader reader, MatrixRows rows, MatrixColumns columns, MatrixFilter filter) {
        Sight sight = Sight.of(reader);
        MatrixQuery.Statement figures = matrix.statement(sight, rows, columns, filter);
        String statement = STATEMENT
                .replace("{figures}", figures.sql())
                .replace("{need is seen}", sight.sqlCondition("n", ItemKind.NEED))
                .replace("{need is asked for}", filter.onNeeds(sight.sqlConfidence("n")))
                .replace("{provider is seen}", sight.sqlCondition("p", ItemKind.PROVIDER))
                .replace("{offer is seen}", sight.sqlCondition("o", ItemKind.OFFER))
                .replace("{offer is at hand}", MatrixQuery.atHand(sight))
                .replace("{offer is asked for}", filter.onOffers());
        Query query = database.createNativeQuery(statement, String.class);
        figures.parameters().forEach(query::setParameter);
        return read((String) query.getSingleResult());
    }

    private Items read(String items) {
        try {
            return json.readerFor(Items.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read what an edition is made of", e);
        }
    }
}
