package org.switchboard.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.AccessRecorder;
import org.switchboard.access.Item;
import org.switchboard.access.ItemKind;
import org.switchboard.access.Reader;
import org.switchboard.access.Sight;
import org.switchboard.access.Walled;

/** Reads what was decided in a period in one statement, and records the proposals that it shows as read. */
@Walled
@ApplicationScoped
class MinutesQuery {

    /**
     * What people did with a proposal is kept with their words. What they did not do, and what needs no words, is in the record of
     * changes alone: that it was put forward, that a term ended, that its need is gone. How it stood at the end of the period
     * is there too, whatever became of it since.
     *
     * <p>A party that is not asked yet must not find in the record of access that others have read of it.
     */
    private static final String STATEMENT = """
            with done as (
                select a.proposal_id, a.at, a.act as decision, a.owner, a.words
                from proposal_act a
                where a.at >= :begin and a.at < :end
                union all
                select p.id, c.at, went.decision, went.owner, went.words
                from proposal p join change c on c.item = 'proposal' and c.item_id = p.id
                    cross join lateral (values
                        ('PUT_FORWARD', 'executive-directorate', p.reason, c.from_status is null),
                        ('PASSED', 'committee', c.why,
                            c.from_status = 'BEFORE_COMMITTEE' and c.to_status = 'AWAITS_RECIPIENT'),
                        ('LAPSED', 'term', c.why, c.from_status <> 'LAPSED' and c.to_status = 'LAPSED'),
                        ('WITHDRAWN', p.recipient, c.why, c.from_status <> 'WITHDRAWN' and c.to_status = 'WITHDRAWN'
                            and p.ended_by = 'RECIPIENT')) as went (decision, owner, words, happened)
                where went.happened and c.at >= :begin and c.at < :end
            ), act as (
                select proposal_id, min(at) as first_at, json_agg(json_build_object('at', at, 'decision', decision,
                    'by', case split_part(owner, ':', 1) when 'executive-directorate' then 'EXPERTS'
                        else upper(split_part(owner, ':', 1)) end,
                    'of', nullif(substr(owner, length(split_part(owner, ':', 1)) + 2), ''),
                    'words', nullif(words, '')) order by at, decision) as acts
                from done
                group by proposal_id
            )
            select cast(coalesce(json_agg(json_build_object('itemId', p.id,
                'itemOwner', case when p.shown_to_recipient then p.recipient else 'executive-directorate' end,
                'matter', json_build_object('proposal', p.id, 'reference', p.reference, 'state', p.state, 'theme', p.theme,
                    'needReference', p.need_reference, 'needTitle', p.need_title, 'provider', p.provider,
                    'offerReference', p.offer_reference, 'offerTitle', p.offer_title, 'parts', stood.content -> 'parts',
                    'ofParts', p.of_parts, 'usd', stood.content -> 'usd', 'acts', act.acts, 'outcome', stood.to_status,
                    'sample', p.sample)) order by act.first_at, p.reference), '[]') as text)
            from act join proposal p on p.id = act.proposal_id
                cross join lateral (
                    select c.to_status, c.content from change c
                    where c.item = 'proposal' and c.item_id = p.id and c.at < :end
                    order by c.at desc, c.id desc limit 1) as stood
            where {proposal is seen}
            """;

    private final EntityManager database;
    private final ObjectMapper json;
    private final AccessRecorder access;

    MinutesQuery(EntityManager database, ObjectMapper json, AccessRecorder access) {
        this.database = database;
        this.json = json;
        this.access = access;
    }

    @Transactional
    public List<MinutesView.Matter> matters(Reader reader, Period period) {
        Sight sight = Sight.of(reader);
        String statement = STATEMENT.replace("{proposal is seen}", sight.sqlCondition("p", ItemKind.PROPOSAL));
        Query query = database.createNativeQuery(statement, String.class)
                .setParameter("begin", period.begin())
                .setParameter("end", period.end());
        sight.sqlParameters().forEach((name, value) -> {
            if (statement.contains(":" + name)) {
                query.setParameter(name, value);
            }
        });
        List<Found> found = read((String) query.getSingleResult());
        access.read(reader, ItemKind.PROPOSAL, found);
        return found.stream().map(Found::matter).toList();
    }

    private List<Found> read(String found) {
        try {
            return json.readValue(found, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the minutes of a period", e);
        }
    }

    /** A proposal as those who guard it know it, and what is shown of it. */
    record Found(UUID itemId, String itemOwner, MinutesView.Matter matter) implements Item {
        @Override
        public boolean isForEveryone() {
            return false;
        }
    }
}
