package org.switchboard.bench.peer.timefold;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import org.switchboard.bench.peer.Answer;
import org.switchboard.bench.peer.Deadline;
import org.switchboard.bench.peer.PeerSolver;
import org.switchboard.bench.peer.plain.PlainModel;
import org.switchboard.matching.engine.Problem;

/** Timefold's community edition as its quickstarts use it; it moves on one thread, more are in its enterprise edition. */
public final class TimefoldPeer implements PeerSolver {

    @Override
    public Answer solve(Problem problem, Deadline deadline, long seed) {
        PlainModel model = new PlainModel(problem);
        Funding funding = new Funding(
                model.funders(), model.slices().stream().map(FundedPortion::new).toList());
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Funding.class)
                .withEntityClasses(FundedPortion.class)
                .withConstraintProviderClass(FundingConstraints.class)
                .withRandomSeed(seed);
        Solver<Funding> solver = SolverFactory.<Funding>create(config).buildSolver();
        deadline.whenOver(solver::terminateEarly);
        return Answer.withoutBound(PlainModel.rows(solver.solve(funding).portions()));
    }
}
