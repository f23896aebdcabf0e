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
        if (run.startedAt == null) {
            return null;
        }
        double elapsed = run.elapsedMillis == null ? 0 : run.elapsedMillis / 1000.0;
        return new RunView.Progress(
                run.bestLevel1,
                run.bestLevel2,
                run.bestBound,
                run.steps == null ? 0 : run.steps,
                elapsed,
                run.status.isEnd() ? 0 : Math.max(0, Math.round(run.limitSeconds * 1000 - elapsed * 1000) / 1000.0));
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
                run.laps,
                run.endedBy,
                run.changedRows);
    }
}
