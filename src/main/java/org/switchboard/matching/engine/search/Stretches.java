package org.switchboard.matching.engine.search;

import java.util.Iterator;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * Moves for OptaPlanner, each of which stands for a stretch of trials: they are made on the ledger of the working plan and
 * taken back there, and what is left of them all is one move. So the host's own work for a step does not weigh on a trial.
 */
abstract class Stretches implements MoveIteratorFactory<Assignments, PatternMove> {

    private static final int LEAST_TRIALS = 64;
    private static final int NEEDS_PER_TRIAL = 16;

    /** Made once for a working plan, as much of it stays the same from stretch to stretch. */
    private @Nullable Stretch present;

    abstract Leg leg(Work work);

    @Override
    public long getSize(ScoreDirector<Assignments> director) {
        return director.getWorkingSolution().assignments().size();
    }

    @Override
    public Iterator<PatternMove> createOriginalMoveIterator(ScoreDirector<Assignments> director) {
        throw new UnsupportedOperationException("these moves come in random order only");
    }

    @Override
    public Iterator<PatternMove> createRandomMoveIterator(ScoreDirector<Assignments> director, Random random) {
        Stretch stretch = present;
        if (stretch == null || stretch.ledger != RunningScore.ledgerOf(director)) {
            stretch = new Stretch(director);
            present = stretch;
        }
        stretch.trials.reseed(random.nextLong());
        return stretch;
    }

    private final class Stretch implements Iterator<PatternMove> {

        private final Assignments plan;
        private final Work work;
        private final Ledger ledger;
        private final Leg leg;
        private final RuinAndRecreate trials;
        private final Changes kept;
        private final int length;

        Stretch(ScoreDirector<Assignments> director) {
            this.plan = director.getWorkingSolution();
            this.work = plan.work();
            this.ledger = RunningScore.ledgerOf(director);
            this.leg = leg(work);
            this.trials = new RuinAndRecreate(ledger, work.prices(), leg.level2Weight(), new SplittableRandom(0));
            this.kept = new Changes(ledger);
            this.length = Math.max(LEAST_TRIALS, plan.assignments().size() / NEEDS_PER_TRIAL);
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public PatternMove next() {
            for (int n = 0; n < length && !leg.isOver(); n++) {
                trial();
            }
            return takeBackAsMove();
        }

        private void trial() {
            long level1 = ledger.level1();
            long level2 = ledger.level2();
            long rowsChanged = ledger.rowsChanged();
            trials.attempt();
            boolean tooManyChanged = ledger.rowsChanged() > Math.max(rowsChanged, work.mostRowsChanged());
            if (!tooManyChanged && leg.stays(ledger.level1() - level1, ledger.level2() - level2, trials.chance())) {
                kept.addAll(trials.changes());
                trials.changes().clear();
            } else {
                trials.changes().undo();
            }
            work.schedule().count();
        }

        private PatternMove takeBackAsMove() {
            int changed = 0;
            for (int p = 0; p < kept.size(); p++) {
                changed += kept.isUndone(p) ? 0 : 1;
            }
            NeedAssignment[] needs = new NeedAssignment[changed];
            @Nullable Pattern[] patterns = new @Nullable Pattern[changed];
            int at = 0;
            for (int p = 0; p < kept.size(); p++) {
                if (!kept.isUndone(p)) {
                    needs[at] = plan.assignment(kept.need(p));
                    patterns[at++] = ledger.pattern(kept.need(p));
                }
            }
            kept.undo();
            return new PatternMove(needs, patterns);
        }
    }
}
