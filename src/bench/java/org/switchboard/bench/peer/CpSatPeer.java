package org.switchboard.bench.peer;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.util.List;
import java.util.OptionalLong;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;

/**
 * CP-SAT of OR-Tools with two workers: first level 1, then level 2 with level 1 held. It is given the greedy plan to begin
 * with, as its guide advises where one is at hand.
 */
final class CpSatPeer implements PeerSolver {

    private static final int WORKERS = 2;
    private static final double MILLIS_PER_SECOND = 1_000;

    /** Of the time that is left once the model is built. */
    private static final double SHARE_FOR_LEVEL_1 = 0.85;

    /** A bound given as a real number may be a hair below the whole number that it stands for. */
    private static final double HAIR = 1e-6;

    @Override
    public Answer solve(Problem problem, Deadline deadline, long seed) {
        Loader.loadNativeLibraries();
        List<PlanRow> greedy =
                new DensityGreedy().solve(problem, deadline, seed).rows();
        CpSatModel model = new CpSatModel(problem);
        model.beginWith(greedy);
        model.maximizeLevel1();
        CpSolver first = solver(SHARE_FOR_LEVEL_1 * deadline.millisLeft(), seed);
        if (!hasPlan(first.solve(model.model()))) {
            return Answer.withoutBound(greedy);
        }
        List<PlanRow> plan = model.rows(first);
        OptionalLong bound = OptionalLong.of((long) Math.floor(first.bestObjectiveBound() + HAIR));
        model.beginWith(plan);
        model.maximizeLevel2(Math.round(first.objectiveValue()));
        CpSolver second = solver((double) deadline.millisLeft(), seed);
        return new Answer(hasPlan(second.solve(model.model())) ? model.rows(second) : plan, bound);
    }

    private static CpSolver solver(double millis, long seed) {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(millis / MILLIS_PER_SECOND)
                .setNumWorkers(WORKERS)
                .setRandomSeed((int) seed);
        return solver;
    }

    private static boolean hasPlan(CpSolverStatus status) {
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
    }
}
