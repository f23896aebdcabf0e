package org.switchboard.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Audience;
import org.switchboard.access.Owner;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Role;
import org.switchboard.access.Walled;
import org.switchboard.shared.Change;
import org.switchboard.shared.Changes;
import org.switchboard.shared.Happening;
import org.switchboard.shared.Page;
import org.switchboard.shared.PageRequest;
import org.switchboard.shared.Preconditions;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Sha256;

/** The face of the editions of the matrix: the matrix as it was on a day, which never changes afterwards. */
@Walled
@ApplicationScoped
public class Editions {

    private static final String ITEM = "edition";

    private final EditionRepository stored;
    private final EditionDrawing drawing;
    private final Changes changes;
    private final ObjectMapper json;
    private final Clock clock;

    Editions(EditionRepository stored, EditionDrawing drawing, Changes changes, ObjectMapper json, Clock clock) {
        this.stored = stored;
        this.drawing = drawing;
        this.changes = changes;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public Page<EditionView> list(Reader reader, PageRequest asked) {
        Page<EditionEntity> page = stored.editions(reader, asked);
        return new Page<>(views(reader, page.items()), page.next());
    }

    /** @throws Refusal.NotFound if there is none of this number that the reader may see */
    @Transactional
    public EditionView get(Reader reader, int number) {
        return view(reader, find(reader, number));
    }

    /** What it says to the reader's audience, to the byte as it was written: JSON of {@link EditionContent}. */
    @Transactional
    public byte[] text(Reader reader, int number) {
        return stored.text(find(reader, number).id, audience(reader));
    }

    /** The same, read. */
    @Transactional
    public EditionContent content(Reader reader, int number) {
        return read(text(reader, number));
    }

    /**
     * What is otherwise than in an earlier edition, as both are shown to the reader's audience.
     *
     * @param since number of the earlier; null for the one before, and 0 for nothing at all
     * @throws Refusal.NotFound if the reader may not see either
     */
    @Transactional
    public EditionChanges changes(Reader reader, int number, @Nullable Integer since) {
        EditionContent later = content(reader, number);
        int earlier = since == null ? number - 1 : since;
        if (earlier < 0 || earlier >= number) {
            throw new Refusal.Malformed("since must be the number of an edition before " + number + ", not " + since
                    + "; 0 compares with nothing.");
        }
        List<EditionChanges.Line> lines =
                EditionComparison.of(earlier == 0 ? nothing(later) : content(reader, earlier), later);
        return new EditionChanges(number, earlier, EditionComparison.summary(lines), lines);
    }

    /**
     * Draws up the next edition, and has the Committee asked for its approval. What it says is fixed from here on.
     *
     * @throws Refusal.Conflict if one waits for the Committee already
     */
    @Transactional
    public EditionView prepare(Reader reader) {
        Rights.requireExpert(reader);
        if (stored.isOnePrepared(reader)) {
            throw new Refusal.Conflict("An edition is prepared already: have it approved or withdrawn first.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        EditionContent forEveryone = drawing.draw(Reader.everyone(), now);
        EditionContent forParticipants = drawing.draw(Reader.participants(), now);
        EditionEntity edition = new EditionEntity();
        edition.id = UUID.randomUUID();
        edition.number = stored.lastNumber() + 1;
        edition.owner = Owner.executiveDirectorate().key();
        edition.become(EditionStatus.PREPARED);
        edition.asOf = now;
        edition.preparedBy = reader.name();
        edition.sample = forParticipants.sample();
        stored.add(edition);
        stored.flush();
        stored.add(text(edition, forEveryone));
        stored.add(text(edition, forParticipants));
        record(reader, edition, edition.number, null, "prepared", "edition-prepared", Audience.COMMITTEE.key());
        return view(reader, edition);
    }

    /**
     * The Committee approves an edition: everyone can read it from now on.
     *
     * @param version that the reader saw
     */
    @Transactional
    public EditionView distribute(Reader reader, int number, int version) {
        find(reader, number);
        if (!reader.is(Role.COMMITTEE)) {
            throw new Refusal.NotAllowed("Only the Committee approves an edition.");
        }
        EditionEntity edition = toChange(reader, number, version);
        end(reader, edition, EditionStatus.DISTRIBUTED);
        record(
                reader,
                edition,
                number,
                EditionStatus.PREPARED,
                "approved",
                "edition-distributed",
                Audience.PARTICIPANTS.key());
        return view(reader, edition);
    }

    /**
     * Takes an edition back before it is distributed. Its number goes to the next.
     *
     * @param version that the reader saw
     */
    @Transactional
    public EditionView withdraw(Reader reader, int number, int version, String why) {
        find(reader, number);
        Rights.requireConfidant(reader);
        EditionEntity edition = toChange(reader, number, version);
        end(reader, edition, EditionStatus.WITHDRAWN);
        record(
                reader,
                edition,
                number,
                EditionStatus.PREPARED,
                why,
                "edition-withdrawn",
                Owner.executiveDirectorate().key());
        return view(reader, edition);
    }

    /** The record of changes of an edition, oldest first. */
    @Transactional
    public List<Change> history(Reader reader, int number) {
        Rights.requireConfidant(reader);
        return changes.of(ITEM, find(reader, number).id);
    }

    /** Takes all editions away that count the sample. */
    @Transactional
    public int removeSample(Reader reader) {
        return stored.removeSample(reader);
    }

    private void end(Reader reader, EditionEntity edition, EditionStatus end) {
        edition.become(edition.status.to(end));
        edition.endedAt = clock.instant();
        edition.endedBy = reader.name();
    }

    private void record(
            Reader reader,
            EditionEntity edition,
            int number,
            @Nullable EditionStatus from,
            String why,
            String kind,
            String addressee) {
        stored.flush();
        EditionView view = view(reader, edition);
        long entry = changes.record(ITEM, edition.id, reader.name(), from, edition.status, why, view);
        if (!edition.sample) {
            changes.tell(new Happening(
                    entry,
                    kind,
                    ITEM,
                    edition.id,
                    Set.of(addressee),
                    Map.of("reference", Integer.toString(number), "why", why)));
        }
    }

    private EditionTextEntity text(EditionEntity edition, EditionContent content) {
        EditionTextEntity text = new EditionTextEntity();
        text.edition = edition.id;
        text.audience = content.audience();
        text.content = written(content);
        text.sha256 = Sha256.of(text.content);
        text.needs = content.needs().size();
        text.offers = content.offers().size();
        text.matches = content.matches().size();
        return text;
    }

    private EditionEntity toChange(Reader reader, int number, int version) {
        EditionEntity edition = stored.editionToChange(reader, number).orElseThrow(Refusal.NotFound::new);
        Preconditions.requireVersion(version, edition.version);
        return edition;
    }

    private EditionEntity find(Reader reader, int number) {
        return stored.edition(reader, number).orElseThrow(Refusal.NotFound::new);
    }

    private EditionView view(Reader reader, EditionEntity edition) {
        return views(reader, List.of(edition)).get(0);
    }

    private List<EditionView> views(Reader reader, List<EditionEntity> editions) {
        Map<UUID, EditionFacts> facts =
                stored.facts(editions.stream().map(edition -> edition.id).toList(), audience(reader));
        return editions.stream()
                .map(edition -> EditionView.of(edition, Objects.requireNonNull(facts.get(edition.id))))
                .toList();
    }

    private static Audience audience(Reader reader) {
        return reader.audiences().contains(Audience.PARTICIPANTS) ? Audience.PARTICIPANTS : Audience.PUBLIC;
    }

    private static EditionContent nothing(EditionContent like) {
        return new EditionContent(
                like.format(),
                like.audience(),
                like.asOf(),
                false,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new EditionContent.Figures(0, 0, 0, 0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of());
    }

    private byte[] written(EditionContent content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an edition", e);
        }
    }

    private EditionContent read(byte[] text) {
        try {
            return json.readerFor(EditionContent.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read an edition", e);
        }
    }
}
