package org.switchboard.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.switchboard.access.Reader;
import org.switchboard.access.Role;
import org.switchboard.access.Walled;
import org.switchboard.access.account.SampleAccounts;
import org.switchboard.matching.CreateRun;
import org.switchboard.matching.Runs;
import org.switchboard.matrix.Editions;
import org.switchboard.need.NeedImport;
import org.switchboard.need.Needs;
import org.switchboard.offer.OfferImport;
import org.switchboard.offer.Offers;
import org.switchboard.reference.ReferenceData;
import org.switchboard.review.Proposals;
import org.switchboard.shared.Changes;
import org.switchboard.shared.ImportMode;

/**
 * The face of the sample: needs and offers made from a fixed seed, brought in as any file is, and marked as sample in
 * every view.
 */
@Walled
@ApplicationScoped
public class Sample {

    private static final long SEED = 1373;
    private static final int RUN_SECONDS = 5;

    /** For whom the sample's people speak. */
    private static final String STATE = "ZMB";

    private static final String MEMBER_STATE = "FRA";
    private static final String PROVIDER = "SAMPLE-INTL-6";

    private final NeedImport needImport;
    private final OfferImport offerImport;
    private final Needs needs;
    private final Offers offers;
    private final Runs runs;
    private final Proposals proposals;
    private final Editions editions;
    private final SampleAccounts accounts;
    private final ReferenceData reference;
    private final Changes changes;
    private final Clock clock;

    Sample(
            NeedImport needImport,
            OfferImport offerImport,
            Needs needs,
            Offers offers,
            Runs runs,
            Proposals proposals,
            Editions editions,
            SampleAccounts accounts,
            ReferenceData reference,
            Changes changes,
            Clock clock) {
        this.needImport = needImport;
        this.offerImport = offerImport;
        this.needs = needs;
        this.offers = offers;
        this.runs = runs;
        this.proposals = proposals;
        this.editions = editions;
        this.accounts = accounts;
        this.reference = reference;
        this.changes = changes;
        this.clock = clock;
    }

    /** How many items of the sample were taken away. */
    @Schema(name = "SampleRemoved", examples = "{\"needs\": 400, \"offers\": 80, \"runs\": 1}")
    public record Removed(int needs, int offers, int runs) {}

    /** Whether nothing has ever happened in this database: one whose sample was removed is not new. */
    @Transactional
    public boolean isFirstOf(Reader reader) {
        return changes.isEmpty();
    }

    /**
     * Brings the sample in and starts a run over it.
     *
     * @return a token for each role in which the sample can be looked at
     */
    @Transactional
    public Map<Role, String> load() {
        Reader reader = Reader.ofSample();
        Draw draw = new Draw(SEED);
        LocalDate today = LocalDate.now(clock);
        String needFile = new SampleNeeds(reference, today, draw).file();
        String offerFile = new SampleOffers(reference, today, draw).file();
        needImport.store(reader, needImport.check(stream(needFile)).admitted(ImportMode.ALL));
        offerImport.store(reader, offerImport.check(stream(offerFile)).admitted(ImportMode.ALL));
        runs.create(reader, CreateRun.ofSeconds(RUN_SECONDS));
        return accounts.create(reader, STATE, PROVIDER, MEMBER_STATE);
    }

    /** Takes all sample items away, and the runs that read any of them; the record of changes keeps its entries. */
    @Transactional
    public Removed remove() {
        Reader reader = Reader.ofSample();
        accounts.remove(reader);
        proposals.removeSample(reader);
        editions.removeSample(reader);
        int removedRuns = runs.removeSample(reader);
        return new Removed(needs.removeSample(reader), offers.removeSample(reader), removedRuns);
    }

    private static InputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
