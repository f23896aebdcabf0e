package org.switchboard.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.switchboard.matching.engine.Closeness;
import org.switchboard.matching.engine.Figures;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.search.Solution;

/** What {@code solve} says when it is done. */
record SolveReport(SolveOrder order, Problem problem, Solution solution, double seconds) {

    String inOneLine() {
        return String.format(
                Locale.ROOT,
                "level 1 %,d, bound %,d: %s; level 2 %,d; %,d of %,d needs served; %.1f seconds, %,d steps, seed %d,"
                        + " threads %d%s",
                figures().level1(),
                solution.certificate().bound(),
                closeness().inWords(),
                figures().level2(),
                needsServed(),
                problem.needs().size(),
                seconds,
                solution.steps(),
                order.seed(),
                order.threads(),
                solution.overUse().isEmpty()
                        ? ""
                        : "; pinned rows alone break " + solution.overUse().size() + " limits");
    }

    String asJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("level1", figures().level1())
                .put("bound", solution.certificate().bound())
                .put("gapPercent", closeness().gapPercent())
                .put("level2", figures().level2())
                .put("needs", problem.needs().size())
                .put("needsServed", needsServed())
                .put("rows", solution.plan().rows().size())
                .put("limitsBrokenByPins", solution.overUse().size())
                .put("seconds", Math.round(seconds * 1000) / 1000.0)
                .put("steps", solution.steps())
                .put("endedBy", solution.ending().name())
                .put("seed", order.seed())
                .put("threads", order.threads())
                .put("plan", order.planFile().toString());
        ArrayNode laps = json.putArray("laps");
        solution.laps().forEach(laps::add);
        if (order.certificateFile() != null) {
            json.put("certificate", order.certificateFile().toString());
        }
        return json.toString();
    }

    private Figures figures() {
        return solution.plan().figures();
    }

    private Closeness closeness() {
        return new Closeness(figures().level1(), solution.certificate().bound());
    }

    private int needsServed() {
        return problem.needs().size() - solution.unmet().size();
    }
}
