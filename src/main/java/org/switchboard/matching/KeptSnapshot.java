package org.switchboard.matching;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.ProblemFile;

/** What a run read, as it is stored. Every attempt solves the same problem, whatever has changed since. */
final class KeptSnapshot {

    private KeptSnapshot() {}

    static RunSnapshotEntity of(RunEntity run, Snapshot snapshot, Optional<Certificate> startPrices) {
        RunSnapshotEntity entity = new RunSnapshotEntity();
        entity.run = run.id;
        entity.problem = Gzip.compressed(out -> ProblemFile.write(snapshot.problem(), out));
        entity.needIds = snapshot.needIds();
        entity.needCostsUsd = snapshot.needCostsUsd();
        entity.offerIds = snapshot.offerIds();
        CandidateTable candidates = snapshot.problem().candidates();
        entity.needsWithoutCandidates = IntStream.range(0, candidates.needs())
                .filter(need -> candidates.first(need) == candidates.end(need))
                .mapToObj(need -> snapshot.needIds().get(need))
                .toList();
        startPrices.ifPresent(prices ->
                entity.startPrices = Gzip.compressed(out -> CertificateFile.write(prices, snapshot.problem(), out)));
        return entity;
    }

    static Snapshot snapshot(RunSnapshotEntity kept) {
        try {
            Problem problem = ProblemFile.read(new ByteArrayInputStream(Gzip.read(kept.problem)));
            // whether it holds items of the sample was noted when they were read
            return new Snapshot(problem, kept.needIds, kept.needCostsUsd, kept.offerIds, false);
        } catch (IOException e) {
            throw new UncheckedIOException("what run " + kept.run + " read cannot be read again", e);
        }
    }

    static Optional<Certificate> startPrices(RunSnapshotEntity kept, Problem problem) {
        if (kept.startPrices == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(CertificateFile.read(new ByteArrayInputStream(Gzip.read(kept.startPrices)), problem));
        } catch (IOException e) {
            throw new UncheckedIOException("what run " + kept.run + " began with cannot be read", e);
        }
    }
}
