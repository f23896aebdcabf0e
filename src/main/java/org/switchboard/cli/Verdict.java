package org.switchboard.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.Breach;
import org.switchboard.matching.engine.Closeness;
import org.switchboard.matching.engine.Objective;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Rules;

/**
 * What {@code verify} found.
 *
 * @param breaches of the rules as they are written
 * @param overUse those of them that the pinned rows alone make
 * @param proof what a certificate is worth; null if none was given
 */
record Verdict(
        int needs,
        long needsServed,
        List<Breach> breaches,
        Set<Breach> overUse,
        long level1,
        long level2,
        @Nullable Proof proof) {

    /** A bound as a certificate claims it, and as its prices prove it. */
    record Proof(long claimed, long proven) {
        boolean holds() {
            return proven <= claimed;
        }
    }

    static Verdict of(Problem problem, List<PlanRow> rows, @Nullable Proof proof) {
        Objective objective = new Objective(problem);
        return new Verdict(
                problem.needs().size(),
                rows.stream()
                        .filter(row -> problem.candidates().find(row.need(), row.offer()) >= 0)
                        .mapToInt(PlanRow::need)
                        .distinct()
                        .count(),
                Rules.asWritten(problem).breaches(rows),
                new HashSet<>(Rules.overUse(problem, rows)),
                objective.level1(rows),
                objective.level2(rows),
                proof);
    }

    boolean holds() {
        return breaches.isEmpty() && (proof == null || proof.holds());
    }

    String inWords() {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add(breaches.isEmpty() ? "rules: all kept" : "rules: " + breaches.size() + " times broken");
        for (Breach breach : breaches) {
            lines.add("  " + BreachWords.of(breach) + (overUse.contains(breach) ? " (by the pinned rows alone)" : ""));
        }
        lines.add(String.format(
                Locale.ROOT, "level 1 %,d; level 2 %,d; %,d of %,d needs served", level1, level2, needsServed, needs));
        if (proof != null) {
            lines.add(inWords(proof));
        }
        return lines.toString();
    }

    private String inWords(Proof given) {
        String bound = given.holds()
                ? String.format(Locale.ROOT, "bound %,d, proven by the certificate", given.proven())
                : String.format(
                        Locale.ROOT,
                        "bound: the certificate claims %,d and proves only %,d",
                        given.claimed(),
                        given.proven());
        return breaches.isEmpty() ? bound + ": " + new Closeness(level1, given.proven()).inWords() : bound;
    }

    String asJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("holds", holds())
                .put("level1", level1)
                .put("level2", level2)
                .put("needs", needs)
                .put("needsServed", needsServed);
        if (proof != null) {
            json.put("claimedBound", proof.claimed())
                    .put("provenBound", proof.proven())
                    .put("gapPercent", new Closeness(level1, proof.proven()).gapPercent());
        }
        ArrayNode broken = json.putArray("breaches");
        for (Breach breach : breaches) {
            broken.addObject()
                    .put("rule", BreachWords.rule(breach))
                    .put("where", BreachWords.where(breach.place()))
                    .put("found", breach.found())
                    .put("limit", breach.limit())
                    .put("byPinsAlone", overUse.contains(breach));
        }
        return json.toString();
    }
}
