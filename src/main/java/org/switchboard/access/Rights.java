package org.switchboard.access;

import java.util.List;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/**
 * What a reader may do with an item that it sees.
 *
 * @param owned whether the reader speaks for the item's owner
 */
public record Rights(Reader reader, boolean owned) {

    public static Rights of(Reader reader, String owner) {
        return new Rights(reader, reader.owns(new Owner(owner)));
    }

    /** Whether the reader sees what the author confides, such as whom it blocks or excludes. */
    public boolean seesConfidences() {
        return owned || reader.isConfidant();
    }

    /**
     * To write what the owner says: the owner may, and the experts, who record what came on paper.
     *
     * @throws Refusal.NotAllowed if this reader is neither
     */
    public void requireAuthor() {
        if (!owned && !reader.seesEverything()) {
            throw new Refusal.NotAllowed("Only its owner and the experts may change this.");
        }
    }

    /** @throws Refusal.NotAllowed unless the reader speaks for the item's owner or is an expert */
    public void requireOwnerOrExpert() {
        if (!owned && !reader.seesEverything()) {
            throw new Refusal.NotAllowed("Only its owner and the experts may see this.");
        }
    }

    /** @throws Refusal.NotAllowed unless the reader speaks for the item's owner */
    public void requireOwner() {
        if (!mayOpenUp()) {
            throw new Refusal.NotAllowed("Only its owner may do this.");
        }
    }

    /** @throws Refusal.NotAllowed if the author does not confide in this reader */
    public void requireConfidence() {
        if (!seesConfidences()) {
            throw new Refusal.NotAllowed("Only its owner, the experts and the Committee may see this.");
        }
    }

    /** @throws Refusal.NotAllowed unless the reader is an expert, or the service at work */
    public static void requireExpert(Reader reader) {
        if (!reader.seesEverything()) {
            throw new Refusal.NotAllowed("This is for the experts of the Executive Directorate.");
        }
    }

    /** @throws Refusal.NotAllowed unless the reader is of those whom States and providers confide in */
    public static void requireConfidant(Reader reader) {
        if (!reader.isConfidant()) {
            throw new Refusal.NotAllowed("This is for the experts and the Committee.");
        }
    }

    /** @throws Refusal.RulesBroken if this reader may not let more people see the item than before */
    public void requireNoWider(Audience audience, Audience before) {
        if (!mayOpenUp() && audience.compareTo(before) > 0) {
            throw new Refusal.RulesBroken(List.of(
                    new Violation("/audience", "OwnersAct", "shows this to more people, which only its owner may do")));
        }
    }

    /**
     * Whether the reader may let more people see the item than before: nothing becomes visible to more without an act of
     * its owner.
     */
    public boolean mayOpenUp() {
        return owned || reader.service();
    }
}
