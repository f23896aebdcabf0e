package org.switchboard.matching.engine.search;

import java.util.List;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.phase.PhaseConfig;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.optaplanner.core.impl.phase.scope.AbstractPhaseScope;
import org.optaplanner.core.impl.solver.scope.SolverScope;
import org.optaplanner.core.impl.solver.termination.AbstractTermination;

/** The phases of a search, in their order: the priced start, then a leg after each level of the objective. */
final class Phases {

    private Phases() {}

    @SuppressWarnings("rawtypes") // as OptaPlanner asks for them
    static List<PhaseConfig> inOrder() {
        return List.of(
                start(), leg(ImprovementMoves.class, ImprovementOver.class), leg(PolishMoves.class, PolishOver.class));
    }

    private static PhaseConfig<?> start() {
        return new CustomPhaseConfig().withCustomPhaseCommandClassList(List.of(PricedStart.class));
    }

    /**
     * Which trials stay is decided before they become a move, so every move is taken: a list of tabu moves forbids nothing
     * that has not been taken before, and no move comes twice.
     */
    private static PhaseConfig<?> leg(Class<? extends MoveIteratorFactory> moves, Class<? extends LegOver> over) {
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(moves))
                .withAcceptorConfig(new LocalSearchAcceptorConfig().withMoveTabuSize(1))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                .withTerminationConfig(new TerminationConfig().withTerminationClass(over));
    }

    /** Ends a phase when the schedule says that its leg is over. */
    abstract static class LegOver extends AbstractTermination<Assignments> {

        abstract boolean isOver(Schedule schedule);

        @Override
        public boolean isSolverTerminated(SolverScope<Assignments> solver) {
            return false;
        }

        @Override
        public boolean isPhaseTerminated(AbstractPhaseScope<Assignments> phase) {
            return isOver(phase.getSolverScope().getBestSolution().work().schedule());
        }

        @Override
        public double calculateSolverTimeGradient(SolverScope<Assignments> solver) {
            return -1;
        }

        @Override
        public double calculatePhaseTimeGradient(AbstractPhaseScope<Assignments> phase) {
            return -1;
        }
    }

    /** The leg after level 1 is over. */
    public static final class ImprovementOver extends LegOver {
        @Override
        boolean isOver(Schedule schedule) {
            return schedule.improvementDone();
        }
    }

    /** The leg after level 2 is over. */
    public static final class PolishOver extends LegOver {
        @Override
        boolean isOver(Schedule schedule) {
            return schedule.polishDone();
        }
    }
}
