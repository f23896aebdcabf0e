package org.switchboard.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.switchboard.authorization.Http.Answer;
import org.switchboard.authorization.Http.Question;
import org.switchboard.testing.Api;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/**
 * A word of its own stands in every confidential field; whatever is asked, by whomever, no such word is in an answer to one who
 * must not read it, nor in the log.
 *
 * <p>{@code -Dcanary.requests=100000} asks so much, {@code -Dcanary.seed=7} other questions. What a long round found is kept in
 * docs/measurements/canary.md.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class CanaryTest {

    private static final int REQUESTS = Integer.getInteger("canary.requests", 1500);
    private static final long SEED = Long.getLong("canary.seed", 1);

    /** Places where tokens of ours were met in a line of the log. */
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();

    @AfterAll
    static void forget() {
        StoredProposal.forget();
    }

    @Test
    void noTokenIsMetByOneWhoMustNotReadIt() {
        Http http = new Http();
        Planted world = new Planted(http);
        world.plant();
        Tokens tokens = world.tokens();
        Questions questions = new Questions(world, SEED);
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> leaks = new ArrayList<>();
        Handler listener = listener(tokens);
        Logger.getLogger("").addHandler(listener);
        long begin = System.nanoTime();
        try {
            leaks.addAll(everyItemAskedForByEveryone(http, world, tokens));
            for (int i = 0; i < REQUESTS && leaks.size() < 20; i++) {
                Asker asker = questions.asker();
                Question question = questions.next();
                Answer answer = http.ask(asker, question);
                statuses.merge(answer.status(), 1, Integer::sum);
                questions.heard(answer);
                tokens.leaked(asker, question.toString(), answer.everything())
                        .forEach(where -> leaks.add(asker.column() + " read the " + where + " by " + question));
                if (answer.status() >= 500 || (answer.status() == 201 && !isFirstAnswerAgain(asker, question, world))) {
                    leaks.add("unexpected " + answer.status() + " to " + asker.column() + " for " + question + ": "
                            + answer.body());
                }
            }
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertEquals(List.of(), leaks);
        assertEquals(List.of(), List.copyOf(logged));
        assertTrue(statuses.keySet().containsAll(List.of(200, 304, 400, 401, 403, 404, 412, 422)), statuses::toString);
        theCanaryWouldSing(tokens);
        System.out.printf(
                Locale.ROOT,
                "canary: %d requests by %d callers, seed %d, %d tokens, of which the expert read %d: no leak; %.0f s; %s%n",
                REQUESTS,
                Asker.values().length,
                SEED,
                tokens.size(),
                tokens.readBy(Asker.EXPERT).size(),
                (System.nanoTime() - begin) / 1e9,
                statuses);
    }

    /** Before chance has its way, so that what is met does not depend on what other tests have left in the lists. */
    private static List<String> everyItemAskedForByEveryone(Http http, Planted world, Tokens tokens) {
        List<String> leaks = new ArrayList<>();
        for (Asker asker : Asker.values()) {
            for (List<String> items : List.of(
                    world.requests, world.needs, world.providers, world.offers, world.proposals, deliveries(world))) {
                for (String item : items) {
                    Question question = Question.get(Api.BASE + item);
                    tokens.leaked(
                                    asker,
                                    question.toString(),
                                    http.ask(asker, question).everything())
                            .forEach(where -> leaks.add(asker.column() + " read the " + where + " by " + question));
                }
            }
        }
        return leaks;
    }

    private static List<String> deliveries(Planted world) {
        return world.proposals.stream()
                .filter(address -> address.startsWith("/proposals/"))
                .map(proposal -> proposal + "/delivery")
                .toList();
    }

    /** The one creation that is answered well: that of the expert who repeats it. */
    private static boolean isFirstAnswerAgain(Asker asker, Question question, Planted world) {
        return asker == Asker.EXPERT && question.headers().contains(world.key);
    }

    /** Everyone was asked for, and those who may read more did. */
    private static void theCanaryWouldSing(Tokens tokens) {
        assertTrue(tokens.readBy(Asker.EXPERT).size() > tokens.size() / 3, "the expert reads much of it");
        for (Asker asker : Tokens.everyone()) {
            assertTrue(!tokens.readBy(asker).isEmpty(), asker.column());
            assertTrue(asker == Asker.EXPERT
                    || tokens.readBy(asker).size() < tokens.readBy(Asker.EXPERT).size());
        }
        assertEquals(0, tokens.readBy(Asker.REVOKED).size());
    }

    private Handler listener(Tokens tokens) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                    StringWriter words = new StringWriter();
                    words.append(ExtLogRecord.wrap(line).getFormattedMessage());
                    if (line.getThrown() != null) {
                        line.getThrown().printStackTrace(new PrintWriter(words, true));
                    }
                    logged.addAll(tokens.in(words.toString()));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
