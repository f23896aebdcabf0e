package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Closeness;
import org.switchboard.offer.OfferView;

/** Shows stored runs. */
@ApplicationScoped
class RunViews {

    private final ExtraOffers extraOffers;

    RunViews(ExtraOffers extraOffers) {
        this.extraOffers = extraOffers;
    }

    RunView of(RunEntity run) {
        RunAdjustments asked = RunAdjustments.of(run.adjustments);
        return new RunView(
                run.id,
                run.version,
                run.status,
                run.priority,
                run.attempt,
                run.resumed,
                run.whatIf,
                run.policy,
                run.seed,
                run.limitSeconds,
                run.limitSteps,
                run.limitGapPercent,
                run.limitUnimprovedSteps,
                run.startFrom,
                run.mostChangedRows,
                asked.pins(),
                asked.leftAlone(),
                asked.bans(),
                asked.lockedOffers(),
                run.whatIf ? supposed(run, asked) : null,
                run.cancelRequested,
                run.createdBy,
                run.createdAt,
                run.startedAt,
                run.finishedAt,
                progress(run),
                run.hasPlan() ? result(run) : null,
                run.failure,
                run.sample);
    }

    private RunView.Supposed supposed(RunEntity run, RunAdjustments asked) {
        return new RunView.Supposed(
                run.whatIfName,
                asked.budgets(),
                extraOffers.of(run).stream().map(RunViews::extraOffer).toList());
    }

    private static RunView.ExtraOffer extraOffer(OfferView offer) {
        return new RunView.ExtraOffer(
                offer.id(), offer.provider(), offer.dollars().budgetUsd(), offer.content());
    }

    private static RunView.@Nullable Progress progress(RunEntity run) {
        return run.startedAt == null
                ? null
                : progress(
                        run.bestLevel1,
                        run.bestLevel2,
                        run.bestBound,
                        run.steps,
                        run.elapsedMillis,
                        run.status.isEnd() ? 0 : run.limitSeconds);
    }

    RunEventView of(RunEventEntity event, int limitSeconds) {
        return new RunEventView(
                event.run,
                event.number,
                event.kind,
                event.at,
                event.status,
                event.attempt,
                event.why,
                event.attempt == 0
                        ? null
                        : progress(
                                event.bestLevel1,
                                event.bestLevel2,
                                event.bestBound,
                                event.steps,
                                event.elapsedMillis,
                                event.status.isEnd() ? 0 : limitSeconds));
    }

    private static RunView.Progress progress(
            @Nullable Long level1,
            @Nullable Long level2,
            @Nullable Long bound,
            @Nullable Long steps,
            @Nullable Long elapsedMillis,
            int limitSeconds) {
        double elapsed = elapsedMillis == null ? 0 : elapsedMillis / 1000.0;
        return new RunView.Progress(
                level1,
                level2,
                bound,
                steps == null ? 0 : steps,
                elapsed,
                Math.max(0, Math.round(limitSeconds * 1000 - elapsed * 1000) / 1000.0));
    }

    private static RunView.Result result(RunEntity run) {
        Closeness closeness = run.bound == null ? null : new Closeness(run.level1, run.bound);
        return new RunView.Result(
                run.needs,
                run.offers,
                run.candidates,
                run.level1,
                run.level2,
                run.bound,
                closeness == null ? null : closeness.gapPercent(),
                closeness == null ? null : closeness.inASentence(),
                run.threads,
                run.laps == null || run.laps.isEmpty() ? null : run.laps,
                run.endedBy,
                run.changedRows);
    }
}
