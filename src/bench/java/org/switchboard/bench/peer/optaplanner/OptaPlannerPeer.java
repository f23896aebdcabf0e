package org.switchboard.bench.peer.optaplanner;

import java.time.Duration;
import java.util.List;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.SolverConfig;
import org.switchboard.bench.peer.Answer;
import org.switchboard.bench.peer.Deadline;
import org.switchboard.bench.peer.PeerSolver;
import org.switchboard.bench.peer.plain.PlainModel;
import org.switchboard.matching.engine.Problem;

/** OptaPlanner as its quickstarts use it: constraint streams, and the phases that it takes when none are named. */
public final class OptaPlannerPeer implements PeerSolver {

    private static final String MOVE_THREADS = "2";

    @Override
    public Answer solve(Problem problem, Deadline deadline, long seed) {
        List<FundedPortion> portions = new PlainModel(problem)
                .slices().stream().map(FundedPortion::new).toList();
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Funding.class)
                .withEntityClasses(FundedPortion.class)
                .withConstraintProviderClass(FundingConstraints.class)
                .withRandomSeed(seed)
                .withMoveThreadCount(MOVE_THREADS)
                .withTerminationSpentLimit(Duration.ofMillis(deadline.millisLeft()));
        Funding funding = SolverFactory.<Funding>create(config).buildSolver().solve(new Funding(portions));
        return Answer.withoutBound(PlainModel.rows(funding.portions()));
    }
}
