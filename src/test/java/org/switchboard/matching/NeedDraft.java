package org.switchboard.matching;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Audience;
import org.switchboard.need.Matching;
import org.switchboard.need.NeedContent;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.NeedView;
import org.switchboard.need.Priority;
import org.switchboard.reference.Money;

/** A stored need in the making, for tests: what a test does not say is ordinary. */
final class NeedDraft {

    private final String state;
    private String reference;
    private String theme = "FIN";
    private String stage = "B";
    private String kind = "TRAINING";
    private long costUsd = 100_000;
    private int tranches = 1;
    private boolean partialOk;
    private Priority stated = Priority.MEDIUM;
    private Priority verified;
    private List<String> languages = List.of("en");
    private LocalDate from = LocalDate.of(2027, 1, 1);
    private LocalDate to = LocalDate.of(2027, 12, 31);
    private Matching matching = Matching.ANY;
    private List<String> releasedTo = List.of();
    private List<String> blocked = List.of();
    private NeedStatus status = NeedStatus.OPEN;

    private NeedDraft(String state, String reference) {
        this.state = state;
        this.reference = reference;
    }

    static NeedDraft of(String state, String reference) {
        return new NeedDraft(state, reference);
    }

    /** As a file brought it in. */
    static NeedDraft of(String state, NeedContent content, long costUsd) {
        return of(state, content.reference())
                .theme(content.theme())
                .stage(content.stage())
                .kind(content.kind())
                .cost(costUsd)
                .parts(content.tranches(), content.partialOk())
                .stated(content.priority())
                .languages(content.languages())
                .period(content.from(), content.to())
                .blocking(content.blockedProviders());
    }

    NeedDraft theme(String code) {
        theme = code;
        return this;
    }

    NeedDraft stage(String code) {
        stage = code;
        return this;
    }

    NeedDraft kind(String code) {
        kind = code;
        return this;
    }

    NeedDraft cost(long usd) {
        costUsd = usd;
        return this;
    }

    NeedDraft parts(int count, boolean someHelp) {
        tranches = count;
        partialOk = someHelp;
        return this;
    }

    NeedDraft stated(Priority priority) {
        stated = priority;
        return this;
    }

    NeedDraft verified(Priority priority) {
        verified = priority;
        return this;
    }

    NeedDraft languages(List<String> tags) {
        languages = tags;
        return this;
    }

    NeedDraft period(LocalDate first, LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    NeedDraft releasedOnlyTo(String... providers) {
        matching = Matching.RELEASED;
        releasedTo = List.of(providers);
        return this;
    }

    NeedDraft blocking(List<String> providers) {
        blocked = providers;
        return this;
    }

    NeedDraft status(NeedStatus present) {
        status = present;
        return this;
    }

    NeedView view() {
        UUID id = UUID.nameUUIDFromBytes((state + " " + reference).getBytes(StandardCharsets.UTF_8));
        NeedContent content = new NeedContent(
                reference,
                theme,
                stage,
                kind,
                "Need " + reference,
                null,
                null,
                null,
                null,
                null,
                new Money(BigDecimal.valueOf(costUsd), Money.DOLLARS),
                null,
                tranches,
                partialOk,
                stated,
                null,
                languages,
                from,
                to,
                Audience.COMMITTEE,
                matching,
                releasedTo,
                blocked,
                false,
                false,
                null);
        return new NeedView(id, 0, id, state, status, Instant.EPOCH, false, content, costUsd, null, verified, null);
    }
}
