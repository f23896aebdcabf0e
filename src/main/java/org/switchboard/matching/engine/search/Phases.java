package org.switchboard.matching.engine.search;

import java.util.List;
import org.optaplanner.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import org.optaplanner.core.config.constructionheuristic.ConstructionHeuristicType;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.phase.PhaseConfig;

/** The phases of a search, in their order. A better start or other moves take the place of one of these methods. */
final class Phases {

    /** A plan is accepted if it is at least as good as the one so many accepted plans ago. Longer is too slow here. */
    private static final int LATE_ACCEPTANCE_SIZE = 20;

    private Phases() {}

    @SuppressWarnings("rawtypes") // as OptaPlanner asks for them
    static List<PhaseConfig> inOrder() {
        return List.of(start(), improvement());
    }

    /** Needs in order of weight per dollar, each with the pattern that scores best at its turn. */
    private static PhaseConfig<?> start() {
        return new ConstructionHeuristicPhaseConfig()
                .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT_DECREASING);
    }

    private static PhaseConfig<?> improvement() {
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(
                        new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(PatternMoves.class))
                .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE_SIZE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    }
}
