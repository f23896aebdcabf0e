package org.switchboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.reference.Language;
import org.switchboard.shared.Listing;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.SortKey;

/** The face of notices: each person's own, as far as that person is still what they were told as. */
@Walled
@ApplicationScoped
public class Notices {

    private static final Listing<NoticeEntity> LISTING = new Listing<>(
            NoticeEntity.class,
            notice -> notice.id,
            List.of(new SortKey<>("at", "e.at", notice -> notice.at, Instant::parse)));

    private static final String OWN =
            "e.owner in :readers and cast(sql('(? && cast(? as text[]))', e.addressees, :roles) as Boolean) = true";

    private final EntityManager database;
    private final NoticeWords words;
    private final Clock clock;

    Notices(EntityManager database, NoticeWords words, Clock clock) {
        this.database = database;
        this.words = words;
        this.clock = clock;
    }

    /** @param unread only those that were not read yet */
    @Transactional
    public Page<NoticeView> list(Reader reader, boolean unread, Language language, PageRequest asked) {
        List<String> conditions = new ArrayList<>(List.of(OWN));
        if (unread) {
            conditions.add("e.readAt is null");
        }
        return LISTING.read(database, conditions, own(reader), asked, notice -> view(notice, language));
    }

    /** @throws Refusal.NotFound if there is none, or it is another's */
    @Transactional
    public NoticeView get(Reader reader, UUID id, Language language) {
        return view(find(reader, id), language);
    }

    /** Says that it was read; the first time counts. */
    @Transactional
    public NoticeView read(Reader reader, UUID id, Language language) {
        find(reader, id);
        database.createQuery("update NoticeEntity set readAt = :now where id = :id and readAt is null")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
        database.clear();
        return view(find(reader, id), language);
    }

    private NoticeEntity find(Reader reader, UUID id) {
        var query = database.createQuery("from NoticeEntity e where e.id = :id and " + OWN, NoticeEntity.class)
                .setParameter("id", id);
        own(reader).forEach(query::setParameter);
        return query.getResultStream().findFirst().orElseThrow(Refusal.NotFound::new);
    }

    private static Map<String, Object> own(Reader reader) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("readers", reader.keys());
        parameters.put("roles", reader.keys().toArray(String[]::new));
        return parameters;
    }

    private NoticeView view(NoticeEntity notice, Language language) {
        return NoticeView.of(
                notice,
                words.subject(notice.kind, notice.words, language),
                words.sentence(notice.kind, notice.words, language));
    }
}
