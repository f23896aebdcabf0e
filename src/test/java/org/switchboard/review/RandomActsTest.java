package org.switchboard.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/**
 * Whatever people do, allowed or not, in whatever order: nothing is given out twice, each step is recorded and told, and what is
 * not allowed is refused and leaves no trace. Every status is reached, and in each of them what matters there is tried.
 *
 * <p>{@code -Dacts.sequences=} sets how many sequences of acts are drawn, {@code -Dacts.seed=} the first one's seed.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RandomActsTest {

    private static final int SEQUENCES = Integer.getInteger("acts.sequences", 4);
    private static final long FIRST_SEED = Long.getLong("acts.seed", 1);
    private static final int ACTS = 100;

    /** How many more are drawn at most for what is still to be tried. */
    private static final int MORE_SEQUENCES = 10;

    @Inject
    TermsJob terms;

    private final SoughtActs sought = new SoughtActs();

    @AfterAll
    static void leaveNothingThatPlansHold() {
        StoredProposal.forget();
    }

    @Test
    void whateverPeopleDoTheRulesHold() throws Exception {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed++) {
            sequence(seed);
        }
        long more = FIRST_SEED + SEQUENCES;
        for (long seed = more; seed < more + MORE_SEQUENCES && !sought.missing().isEmpty(); seed++) {
            sequence(seed);
        }
        assertEquals(Set.of(), sought.missing(), "what was not reached");
    }

    private void sequence(long seed) throws Exception {
        Random random = new Random(seed);
        ActsWorld world = new ActsWorld(random);
        List<String> acts = new ArrayList<>();
        try (StoredActs stored = new StoredActs(world.model(), world.absorption())) {
            RandomActs drawn = new RandomActs(world, stored, random, terms, ActsWorld.solved());
            for (int i = 0; i < ACTS; i++) {
                RandomActs.Act act = random.nextInt(3) == 0 ? drawn.next() : sought.next(world.model(), drawn);
                acts.add(act.toString());
                done(act);
                stored.check();
                sought.seen(act, world.model());
            }
            acts.add("a plan is made");
            whatStandsIsInTheNextPlan(world, stored);
        } catch (AssertionError | RuntimeException | SQLException failure) {
            throw new AssertionError(
                    "seed %d: %s%n%s".formatted(seed, failure.getMessage(), String.join("\n", acts)), failure);
        } finally {
            world.forget();
        }
    }

    private static void done(RandomActs.Act act) {
        Response answer = act.done().get();
        if (answer != null) {
            assertEquals(act.expected(), answer.statusCode(), () -> "the answer was " + answer.asString());
        }
        if (act.isDone()) {
            act.effect().accept(answer);
        }
    }

    private void whatStandsIsInTheNextPlan(ActsWorld world, StoredActs stored) throws Exception {
        terms.look();
        world.model().lookAtTerms();
        stored.check();
        List<ActsModel.Row> plan = world.rows(ActsWorld.solved());
        TreeSet<String> rows = plan.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> standing = world.model().standing().stream()
                .map(one -> new ActsModel.Row(one.need, one.offer, one.parts).toString())
                .collect(Collectors.toCollection(TreeSet::new));
        rows.retainAll(standing);
        assertEquals(standing, rows, () -> "what stands, of the plan " + plan);
        stored.check();
    }
}
