package org.switchboard.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.Theme;
import org.switchboard.shared.Refusal;

/** The face of what is looked at when a need comes in: whether it says enough, and whether the State has asked for it before. */
@Walled
@ApplicationScoped
public class Intake {

    /** Below this, two texts have but common words in common. */
    private static final double LEAST = 0.3;

    private static final int MOST = 20;

    private final NeedRepository stored;
    private final WantedFields wanted;
    private final ReferenceData reference;

    Intake(NeedRepository stored, WantedFields wanted, ReferenceData reference) {
        this.stored = stored;
        this.wanted = wanted;
        this.reference = reference;
    }

    /**
     * What a need does not say yet and should.
     *
     * @throws Refusal.NotAllowed if the State does not confide in the reader
     */
    @Transactional
    public Completeness completeness(Reader reader, UUID id) {
        NeedEntity need = find(reader, id);
        Rights.of(reader, need.owner).requireConfidence();
        return wanted.of(need.content());
    }

    /**
     * Needs of the same State in the same area or of the same kind, whose title or objective is alike; the most alike first.
     *
     * @throws Refusal.NotAllowed unless the reader is an expert or speaks for the State
     */
    @Transactional
    public List<SimilarNeed> similar(Reader reader, UUID id) {
        NeedEntity need = find(reader, id);
        Rights.of(reader, need.owner).requireOwnerOrExpert();
        String area = reference.areaOf(need.theme).map(Theme::code).orElse(need.theme);
        return stored.related(reader, need, area).stream()
                .map(other -> SimilarNeed.of(other, likeness(need, other)))
                .filter(other -> other.likeness() >= LEAST)
                .sorted(Comparator.comparingDouble(SimilarNeed::likeness)
                        .reversed()
                        .thenComparing(SimilarNeed::reference))
                .limit(MOST)
                .toList();
    }

    private NeedEntity find(Reader reader, UUID id) {
        return stored.need(reader, id).orElseThrow(Refusal.NotFound::new);
    }

    private static double likeness(NeedEntity one, NeedEntity other) {
        return Math.max(Likeness.of(one.title, other.title), Likeness.of(one.objective, other.objective));
    }
}
