package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.EarlierPrices;
import org.switchboard.matching.engine.certificate.CertificateCheck;
import org.switchboard.matching.engine.certificate.CertificateFile;
import org.switchboard.matching.engine.file.ProblemFile;

/** The prices that a run begins with when it starts from the plan of another: those that proved the bound of that plan. */
@ApplicationScoped
class StartPrices {

    private final RunRepository stored;

    StartPrices(RunRepository stored) {
        this.stored = stored;
    }

    /** They are a certificate of the new problem too, if not a close one. Empty where there is nothing to start from. */
    Optional<Certificate> of(Reader reader, RunEntity run, Snapshot snapshot) {
        return Optional.ofNullable(run.startFrom)
                .flatMap(start -> stored.run(reader, start))
                .flatMap(start -> stored.certificate(start)
                        .flatMap(kept -> stored.snapshot(start).map(read -> carriedOver(read, kept, snapshot))));
    }

    private static Certificate carriedOver(RunSnapshotEntity earlier, RunCertificateEntity kept, Snapshot snapshot) {
        Problem problem;
        Certificate certificate;
        try {
            problem = ProblemFile.read(new ByteArrayInputStream(Gzip.read(earlier.problem)));
            certificate = CertificateFile.read(new ByteArrayInputStream(Gzip.read(kept.file)), problem);
        } catch (IOException e) {
            throw new UncheckedIOException("what run " + kept.run + " proved cannot be read", e);
        }
        int[] needBefore = numbers(snapshot.needIds(), earlier.needIds);
        int[] offerBefore = numbers(snapshot.offerIds(), earlier.offerIds);
        int[] stateBefore = statesBefore(problem, snapshot.problem(), needBefore);
        EarlierPrices prices = EarlierPrices.carriedOver(
                problem,
                certificate.multipliers(),
                snapshot.problem(),
                need -> needBefore[need],
                offer -> offerBefore[offer],
                state -> stateBefore[state]);
        return new Certificate(
                CertificateCheck.provenBound(snapshot.problem(), prices.multipliers()), prices.multipliers());
    }

    private static int[] numbers(List<UUID> later, List<UUID> earlier) {
        Map<UUID, Integer> numbers = new HashMap<>();
        earlier.forEach(id -> numbers.put(id, numbers.size()));
        return later.stream().mapToInt(id -> numbers.getOrDefault(id, -1)).toArray();
    }

    /** A need never changes its State, so a State is known again by any need that both problems hold. */
    private static int[] statesBefore(Problem earlier, Problem later, int[] needBefore) {
        int[] before = new int[later.states().size()];
        Arrays.fill(before, -1);
        for (int i = 0; i < needBefore.length; i++) {
            if (needBefore[i] >= 0) {
                before[later.needs().get(i).state()] =
                        earlier.needs().get(needBefore[i]).state();
            }
        }
        return before;
    }
}
