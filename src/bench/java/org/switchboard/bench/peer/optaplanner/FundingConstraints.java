package org.switchboard.bench.peer.optaplanner;

import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_HARD;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_MEDIUM;
import static org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore.ONE_SOFT;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.count;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.countDistinct;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sum;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;

import java.util.function.Function;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.switchboard.bench.peer.plain.Excess;

/** The hard rules and both levels of the objective, a constraint each. */
public final class FundingConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            offerBudgetIsNotExceeded(factory),
            offerServesNoMoreNeedsThanItMay(factory),
            offerStateCapIsNotExceeded(factory),
            stateAbsorbsItsNeedsAtAnyTime(factory),
            matchReachesTheFloor(factory),
            matchStaysUnderTheCeiling(factory),
            coverageOfStates(factory),
            fit(factory),
            furtherProviders(factory),
            previousPlanKept(factory)
        };
    }

    private static Constraint offerBudgetIsNotExceeded(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .groupBy(FundedPortion::getFunder, sumLong(FundedPortion::moneyUsd))
                .filter((funder, money) -> money > funder.offer().budgetUsd())
                .penalizeLong(
                        ONE_HARD,
                        (funder, money) -> Excess.of(money, funder.offer().budgetUsd()))
                .asConstraint("offer budget is not exceeded");
    }

    private static Constraint offerServesNoMoreNeedsThanItMay(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .groupBy(FundedPortion::getFunder, countDistinct(FundedPortion::demand))
                .filter((funder, needs) -> needs > funder.offer().maxNeeds())
                .penalizeLong(
                        ONE_HARD, (funder, needs) -> needs - funder.offer().maxNeeds())
                .asConstraint("offer serves no more needs than it may");
    }

    private static Constraint offerStateCapIsNotExceeded(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .groupBy(FundedPortion::getFunder, FundedPortion::recipient, sumLong(FundedPortion::moneyUsd))
                .filter((funder, recipient, money) -> money > funder.offer().perStateCapUsd())
                .penalizeLong(
                        ONE_HARD,
                        (funder, recipient, money) ->
                                Excess.of(money, funder.offer().perStateCapUsd()))
                .asConstraint("offer State cap is not exceeded");
    }

    private static Constraint stateAbsorbsItsNeedsAtAnyTime(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .groupBy(FundedPortion::demand)
                .flattenLast(demand -> demand.stays())
                .groupBy(Function.identity(), count())
                .filter((stay, needs) -> needs > stay.recipient().state().absorption())
                .penalizeLong(
                        ONE_HARD,
                        (stay, needs) -> needs - stay.recipient().state().absorption())
                .asConstraint("State absorbs its needs at any time");
    }

    private static Constraint matchReachesTheFloor(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .groupBy(FundedPortion::getFunder, FundedPortion::demand, sumLong(FundedPortion::moneyUsd))
                .filter((funder, demand, money) -> money < funder.offer().floorUsd())
                .penalizeLong(
                        ONE_HARD,
                        (funder, demand, money) -> Excess.of(funder.offer().floorUsd(), money))
                .asConstraint("match reaches the floor");
    }

    private static Constraint matchStaysUnderTheCeiling(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .groupBy(FundedPortion::getFunder, FundedPortion::demand, sumLong(FundedPortion::moneyUsd))
                .filter((funder, demand, money) -> money > funder.offer().ceilingUsd())
                .penalizeLong(
                        ONE_HARD,
                        (funder, demand, money) ->
                                Excess.of(money, funder.offer().ceilingUsd()))
                .asConstraint("match stays under the ceiling");
    }

    private static Constraint coverageOfStates(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .groupBy(FundedPortion::recipient, sumLong(FundedPortion::weightedQuarters))
                .rewardLong(ONE_MEDIUM, (recipient, coverage) -> recipient.valueOf(coverage))
                .asConstraint("coverage of States");
    }

    private static Constraint fit(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .rewardLong(ONE_SOFT, FundedPortion::fit)
                .asConstraint("fit");
    }

    private static Constraint furtherProviders(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .groupBy(FundedPortion::demand, countDistinct(FundedPortion::getFunder))
                .filter((demand, funders) -> funders > 1)
                .penalizeLong(ONE_SOFT, (demand, funders) -> demand.chargeForFurther(funders - 1))
                .asConstraint("further providers");
    }

    private static Constraint previousPlanKept(ConstraintFactory factory) {
        return factory.forEach(FundedPortion.class)
                .groupBy(FundedPortion::getFunder, FundedPortion::demand, sum(FundedPortion::parts))
                .rewardLong(ONE_SOFT, (funder, demand, parts) -> demand.chargeSaved(funder, parts))
                .asConstraint("previous plan kept");
    }
}
