package org.switchboard.bench.peer.optaplanner;

import org.optaplanner.core.api.solver.Solver;
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
        PlainModel model = new PlainModel(problem);
        Funding funding = new Funding(
                model.funders(), model.slices().stream().map(FundedPortion::new).toList());
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Funding.class)
                .withEntityClasses(FundedPortion.class)
                .withConstraintProviderClass(FundingConstraints.class)
                .withMoveThreadCount(MOVE_THREADS)
                .withRandomSeed(seed);
        Solver<Funding> solver = SolverFactory.<Funding>create(config).buildSolver();
        deadline.whenOver(solver::terminateEarly);
        return Answer.withoutBound(PlainModel.rows(solver.solve(funding).portions()));
    }
}
