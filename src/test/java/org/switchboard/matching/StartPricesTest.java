package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.ProblemDraft;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Multipliers;
import org.switchboard.matching.engine.certificate.CertificateCheck;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferView;

/** Between two runs needs and offers come, go and change their numbers; their ids stay. */
class StartPricesTest {

    private final NeedView a = NeedDraft.of("KEN", "a").view();
    private final NeedView b = NeedDraft.of("UGA", "b").view();
    private final NeedView gone = NeedDraft.of("KEN", "gone").view();
    private final NeedView come = NeedDraft.of("KEN", "come").view();
    private final OfferView x = OfferDraft.of("P", "x").view();
    private final OfferView y = OfferDraft.of("P", "y").view();
    private final OfferView other = OfferDraft.of("P", "other").view();

    private final Problem earlier = twoStates(0, 0, 1);
    private final Problem later = twoStates(0, 1, 1);

    /** A need of one part for each of these States. */
    private static Problem twoStates(int... statesOfNeeds) {
        ProblemDraft draft = new ProblemDraft().state().state().offer().offer();
        for (int state : statesOfNeeds) {
            draft.need(state, 100, 1, 5, 0, 1, false);
        }
        return draft.allCandidates(50).build();
    }

    @Test
    void pricesFollowTheIdsOfNeedsAndOffersAndTheirStates() {
        Multipliers found = new Multipliers(earlier, 10);
        found.setSlot(0, 11);
        found.setSlot(1, 12);
        found.setAbsorption(0, 0, 21);
        found.setAbsorption(1, 0, 22);
        found.setPart(at(earlier, 1, 0), 1, 31);
        found.setPart(at(earlier, 1, 1), 1, 32);
        found.setPart(at(earlier, 2, 1), 1, 33);

        // earlier: gone and a in State 0, b in State 1; offers x and y. Later: b, then a and one that has come
        Certificate start =
                carriedOver(found, List.of(gone, a, b), List.of(x, y), List.of(b, a, come), List.of(y, other));

        Multipliers carried = start.multipliers();
        assertEquals(12, carried.slot(0));
        assertEquals(0, carried.slot(1), "an offer that has come has no price yet");
        assertEquals(22, carried.absorption(0, 0), "the State of b is now the first");
        assertEquals(21, carried.absorption(1, 0));
        assertEquals(33, carried.part(at(later, 0, 0), 1));
        assertEquals(32, carried.part(at(later, 1, 0), 1));
        assertEquals(0, carried.part(at(later, 1, 1), 1));
        assertEquals(0, carried.part(at(later, 2, 0), 1), "nor has a need that has come");
        assertEquals(CertificateCheck.provenBound(later, carried), start.bound());
    }

    @Test
    void aRunThatStartsFromNoOtherHasNone() {
        StartPrices prices = new StartPrices(new RunRepository(null, null));

        assertEquals(
                Optional.empty(),
                prices.of(
                        Reader.system(), new RunEntity(), Snapshot.of(later, List.of(b, a, come), List.of(y, other))));
    }

    private static int at(Problem problem, int need, int offer) {
        CandidateTable candidates = problem.candidates();
        return candidates.find(need, offer);
    }

    private Certificate carriedOver(
            Multipliers found,
            List<NeedView> needsBefore,
            List<OfferView> offersBefore,
            List<NeedView> needs,
            List<OfferView> offers) {
        RunEntity before = new RunEntity();
        before.id = UUID.randomUUID();
        RunSnapshotEntity snapshot = new RunSnapshotEntity();
        snapshot.problem = Gzip.compressed(out -> ProblemFile.write(earlier, out));
        snapshot.needIds = needsBefore.stream().map(NeedView::id).toList();
        snapshot.offerIds = offersBefore.stream().map(OfferView::id).toList();
        RunCertificateEntity certificate = new RunCertificateEntity();
        certificate.file = Gzip.compressed(out -> CertificateFile.write(
                new Certificate(CertificateCheck.provenBound(earlier, found), found), earlier, out));
        RunRepository stored = new RunRepository(null, null) {
            @Override
            Optional<RunEntity> run(Reader reader, UUID id) {
                return Optional.of(before).filter(run -> run.id.equals(id));
            }

            @Override
            Optional<RunSnapshotEntity> snapshot(RunEntity run) {
                return Optional.of(snapshot);
            }

            @Override
            Optional<RunCertificateEntity> certificate(RunEntity run) {
                return Optional.of(certificate);
            }
        };
        RunEntity run = new RunEntity();
        run.startFrom = before.id;
        return new StartPrices(stored)
                .of(Reader.system(), run, Snapshot.of(later, needs, offers))
                .orElseThrow();
    }
}
