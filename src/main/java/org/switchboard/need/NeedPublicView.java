package org.switchboard.need;

import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Audience;
import org.switchboard.reference.Money;
import org.switchboard.shared.Preconditions;

/**
 * A need as those see it to whom its State shows it without confiding in them: nothing of whom it blocks or releases to, of
 * how the experts weigh it, or of matches.
 *
 * @param status as far as it betrays no match
 * @param costUsd whole US dollars
 * @param rateDate from which day the rate holds at which the cost was converted; null for dollars
 */
@Schema(examples = """
                {"id": "5b0a2b7e-6c1d-4d53-9d0f-3c1c0e2f9a10", "state": "KEN", "status": "OPEN",
                 "receivedAt": "2026-11-02T09:30:00Z", "sample": false, "reference": "2026/FIU-1", "theme": "FIN",
                 "stage": "B", "kind": "TRAINING", "title": "Training of financial intelligence analysts",
                 "objective": "Analysts can trace cross-border transfers", "cost": {"amount": 240000, "currency": "USD"},
                 "tranches": 2, "partialOk": true, "priority": "HIGH", "languages": ["en"],
                 "from": "2027-01-01", "to": "2027-12-31", "audience": "PARTICIPANTS",
                 "humanRights": false, "gender": false, "costUsd": 240000}""")
public record NeedPublicView(
        UUID id,
        String state,
        NeedStatus status,
        Instant receivedAt,
        boolean sample,
        String reference,
        String theme,
        String stage,
        String kind,
        String title,
        @Nullable String objective,
        @Nullable String currentSituation,
        @Nullable String expectedOutcome,
        @Nullable String beneficiaryInstitution,
        @Nullable String helpReceivedOrSought,
        Money cost,
        @Nullable String costBasis,
        int tranches,
        boolean partialOk,
        Priority priority,
        List<String> languages,
        LocalDate from,
        LocalDate to,
        Audience audience,
        boolean humanRights,
        boolean gender,
        @Nullable String source,
        long costUsd,
        @Nullable LocalDate rateDate)
        implements SeenNeed {

    static NeedPublicView of(NeedEntity need) {
        NeedContent content = need.content();
        return new NeedPublicView(
                need.id,
                need.state,
                need.status.shownToOthers(),
                need.receivedAt,
                need.sample,
                content.reference(),
                content.theme(),
                content.stage(),
                content.kind(),
                content.title(),
                content.objective(),
                content.currentSituation(),
                content.expectedOutcome(),
                content.beneficiaryInstitution(),
                content.helpReceivedOrSought(),
                content.cost(),
                content.costBasis(),
                content.tranches(),
                content.partialOk(),
                content.priority(),
                content.languages(),
                content.from(),
                content.to(),
                content.audience(),
                content.humanRights(),
                content.gender(),
                content.source(),
                need.costUsd,
                need.rateDate);
    }

    @Override
    public EntityTag tag() {
        return Preconditions.tagOfContent(this);
    }
}
