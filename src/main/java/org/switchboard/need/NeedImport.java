package org.switchboard.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;
import org.switchboard.reference.RateTable;
import org.switchboard.reference.Rates;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.State;
import org.switchboard.shared.Cells;
import org.switchboard.shared.Changes;
import org.switchboard.shared.CheckedFile;
import org.switchboard.shared.ImportReport;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;
import org.switchboard.shared.Violations;

/**
 * Brings in needs that were recorded elsewhere. They are open at once: whoever keeps such a file has authenticated them.
 * Rows are told apart by State and reference, so that the same file again changes nothing.
 */
@Walled
@ApplicationScoped
public class NeedImport {

    private static final int BATCH = 500;

    private final NeedRepository stored;
    private final Requests requests;
    private final NeedRules rules;
    private final Rates rates;
    private final ReferenceData reference;
    private final Changes changes;
    private final Validator validator;
    private final Clock clock;

    NeedImport(
            NeedRepository stored,
            Requests requests,
            NeedRules rules,
            Rates rates,
            ReferenceData reference,
            Changes changes,
            Validator validator,
            Clock clock) {
        this.stored = stored;
        this.requests = requests;
        this.rules = rules;
        this.rates = rates;
        this.reference = reference;
        this.changes = changes;
        this.validator = validator;
        this.clock = clock;
    }

    /** A row that keeps all rules. */
    public record Row(long row, String state, NeedContent content, RateTable.Dollars dollars, LocalDate receivedOn) {
        public NeedKey key() {
            return new NeedKey(state, content.reference());
        }
    }

    /** @throws Refusal.Malformed if the file is no table of needs at all */
    public CheckedFile<Row> check(InputStream csv) {
        LocalDate today = LocalDate.now(clock);
        RateTable table = rates.table();
        return CheckedFile.read(NeedRow.TABLE, csv, "state", cells -> check(cells, table, today));
    }

    /**
     * Stores the good rows of a checked file, all in one transaction.
     *
     * @throws Refusal.Conflict if a need that a row would change can no longer be changed
     */
    @Transactional
    public ImportReport store(Reader reader, CheckedFile<Row> file) {
        int created = 0;
        int changed = 0;
        Map<NeedKey, RequestEntity> requestOf = new HashMap<>();
        for (int start = 0; start < file.good().size(); start += BATCH) {
            List<Row> batch = file.good()
                    .subList(start, Math.min(start + BATCH, file.good().size()));
            Map<NeedKey, NeedEntity> present =
                    stored.byKey(reader, batch.stream().map(Row::key).toList());
            addRequests(reader, batch, present, requestOf);
            List<NeedEntity> added = new ArrayList<>();
            for (Row row : batch) {
                NeedEntity need = present.get(row.key());
                if (need == null) {
                    added.add(requests.newNeed(
                            reader,
                            Objects.requireNonNull(requestOf.get(requestKey(row))),
                            new NeedRules.Sound(row.content(), row.dollars()),
                            NeedStatus.OPEN));
                } else if (!need.content().equals(row.content())) {
                    change(reader, need, row);
                    changed++;
                }
            }
            added.forEach(need -> requests.recordNew(reader, need, "imported"));
            created += added.size();
            stored.clear();
        }
        return file.report(created, changed);
    }

    /** Stored before the needs that stand in them, which the database would refuse otherwise. */
    private void addRequests(
            Reader reader, List<Row> batch, Map<NeedKey, NeedEntity> present, Map<NeedKey, RequestEntity> requestOf) {
        Map<NeedKey, Row> wanted = new LinkedHashMap<>();
        for (Row row : batch) {
            NeedKey key = requestKey(row);
            if (!present.containsKey(row.key()) && !requestOf.containsKey(key)) {
                wanted.putIfAbsent(key, row);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        requestOf.putAll(stored.requestsByKey(reader, wanted.keySet()));
        wanted.forEach((key, row) -> requestOf.computeIfAbsent(key, missing -> newRequest(reader, missing, row)));
        stored.flush();
    }

    private Optional<Row> check(Cells cells, RateTable table, LocalDate today) {
        NeedRow row = NeedRow.read(cells);
        List<Violation> broken = new ArrayList<>(Violations.ofBean(validator.validate(row.content())));
        Optional<State> state = Optional.ofNullable(row.state()).flatMap(reference::state);
        if (state.isEmpty()) {
            cells.refuse("state", "must be the ISO 3166-1 alpha-3 code of a State, as listed at /api/v1/states");
        }
        if (state.isPresent() && broken.isEmpty() && cells.bad().isEmpty()) {
            try {
                NeedRules.Sound sound = rules.sound(state.get(), row.content(), today, table);
                return Optional.of(new Row(row.row(), state.get().iso3(), sound.content(), sound.dollars(), today));
            } catch (Refusal.RulesBroken rulesBroken) {
                broken.addAll(rulesBroken.violations());
            }
        }
        CheckedFile.refuse(cells, broken, NeedRow::column);
        return Optional.empty();
    }

    private void change(Reader reader, NeedEntity need, Row row) {
        if (!need.status.isEditable()) {
            throw new Refusal.Conflict("Row " + row.row() + " would change the need '" + need.reference + "', which is "
                    + need.status.words() + " and can no longer be changed.");
        }
        if (!Rights.of(reader, need.owner).mayOpenUp()) {
            row.content().requireNoWiderThan(need.content());
        }
        boolean sameCost = need.content().cost().equals(row.content().cost());
        need.take(row.content(), sameCost ? need.dollars() : row.dollars());
        need.verifiedPriority = need.priority;
        changes.record(
                Needs.ITEM, need.id, reader.name(), need.status, need.status, "changed by import", row.content());
    }

    /**
     * Imported needs of one State, source and day stand in one request, as a State's own file would: a request has one
     * day of receipt, at whose rates its amounts are converted.
     */
    private static NeedKey requestKey(Row row) {
        String source = row.content().source();
        return new NeedKey(row.state(), "import " + row.receivedOn() + (source == null ? "" : " " + source));
    }

    private RequestEntity newRequest(Reader reader, NeedKey key, Row row) {
        return requests.newRequest(
                reader, key.state(), new RequestContent(key.reference(), row.receivedOn(), null, null, null, null));
    }
}
