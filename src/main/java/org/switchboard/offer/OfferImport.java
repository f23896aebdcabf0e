package org.switchboard.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.reference.RateTable;
import org.switchboard.reference.Rates;
import org.switchboard.shared.Cells;
import org.switchboard.shared.Changes;
import org.switchboard.shared.CheckedFile;
import org.switchboard.shared.ImportReport;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;
import org.switchboard.shared.Violations;

/**
 * Brings in offers that were recorded elsewhere, and the providers that they name. They are active at once. Rows are told
 * apart by provider and reference, so that the same file again changes nothing. A provider that is known already stays as
 * it is: a file of offers is not where it describes itself.
 */
@Walled
@ApplicationScoped
public class OfferImport {

    private static final int BATCH = 500;

    private final OfferRepository stored;
    private final Offers offers;
    private final Providers providers;
    private final OfferRules rules;
    private final Rates rates;
    private final Changes changes;
    private final Validator validator;
    private final Clock clock;

    OfferImport(
            OfferRepository stored,
            Offers offers,
            Providers providers,
            OfferRules rules,
            Rates rates,
            Changes changes,
            Validator validator,
            Clock clock) {
        this.stored = stored;
        this.offers = offers;
        this.providers = providers;
        this.rules = rules;
        this.rates = rates;
        this.changes = changes;
        this.validator = validator;
        this.clock = clock;
    }

    /** A row that keeps all rules. */
    public record Row(long row, CreateProvider provider, OfferContent content, OfferDollars dollars) {
        public OfferKey key() {
            return new OfferKey(provider.code(), content.reference());
        }
    }

    /** @throws Refusal.Malformed if the file is no table of offers at all */
    public CheckedFile<Row> check(InputStream csv) {
        LocalDate today = LocalDate.now(clock);
        RateTable table = rates.table();
        return CheckedFile.read(OfferRow.TABLE, csv, "provider", cells -> check(cells, table, today));
    }

    /**
     * Stores the good rows of a checked file, all in one transaction.
     *
     * @throws Refusal.Conflict if an offer that a row would change can no longer be changed
     */
    @Transactional
    public ImportReport store(Reader reader, CheckedFile<Row> file) {
        int created = 0;
        int changed = 0;
        Set<String> known = new HashSet<>();
        for (int start = 0; start < file.good().size(); start += BATCH) {
            List<Row> batch = file.good()
                    .subList(start, Math.min(start + BATCH, file.good().size()));
            Map<OfferKey, OfferEntity> present =
                    stored.byKey(reader, batch.stream().map(Row::key).toList());
            addProviders(reader, batch, known);
            List<OfferEntity> added = new ArrayList<>();
            for (Row row : batch) {
                OfferEntity offer = present.get(row.key());
                if (offer == null) {
                    added.add(offers.newOffer(
                            reader, row.provider().code(), row.content(), row.dollars(), OfferStatus.ACTIVE));
                } else if (!offer.content().equals(row.content())) {
                    change(reader, offer, row);
                    changed++;
                }
            }
            added.forEach(offer -> offers.recordNew(reader, offer, "imported"));
            created += added.size();
            stored.clear();
        }
        return file.report(created, changed);
    }

    /** Stored before the offers that they make, which the database would refuse otherwise. */
    private void addProviders(Reader reader, List<Row> batch, Set<String> known) {
        List<String> unknown = batch.stream()
                .map(row -> row.provider().code())
                .distinct()
                .filter(code -> !known.contains(code))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        known.addAll(stored.providers(reader, unknown).keySet());
        List<ProviderEntity> added = new ArrayList<>();
        for (Row row : batch) {
            if (known.add(row.provider().code())) {
                added.add(providers.newProvider(
                        reader, row.provider().code(), row.provider().provider()));
            }
        }
        added.forEach(provider -> providers.recordNew(reader, provider));
        stored.flush();
    }

    private Optional<Row> check(Cells cells, RateTable table, LocalDate today) {
        OfferRow row = OfferRow.read(cells);
        List<Violation> broken = new ArrayList<>(Violations.ofBean(validator.validate(row.provider())));
        broken.addAll(Violations.ofBean(validator.validate(row.content())));
        if (broken.isEmpty() && cells.bad().isEmpty()) {
            try {
                OfferDollars dollars = rules.sound(row.content(), today, table);
                return Optional.of(new Row(row.row(), row.provider(), row.content(), dollars));
            } catch (Refusal.RulesBroken rulesBroken) {
                broken.addAll(rulesBroken.violations());
            }
        }
        CheckedFile.refuse(cells, broken, OfferRow::column);
        return Optional.empty();
    }

    private void change(Reader reader, OfferEntity offer, Row row) {
        if (!offer.status.isEditable()) {
            throw new Refusal.Conflict("Row " + row.row() + " would change the offer '" + offer.reference
                    + "', which is " + offer.status.words() + " and can no longer be changed.");
        }
        if (!Rights.of(reader, offer.owner).mayOpenUp()) {
            row.content().requireNoWiderThan(offer.content());
        }
        boolean sameMoney = offer.content().money().equals(row.content().money());
        offer.take(row.content(), sameMoney ? offer.dollars() : row.dollars());
        changes.record(
                Offers.ITEM, offer.id, reader.name(), offer.status, offer.status, "changed by import", row.content());
    }
}
