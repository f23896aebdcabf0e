package org.switchboard.matching.engine.verification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges a plan file against a problem file, both of {@code assist-match/1}. */
public final class Verifier {

    /** What the verifier found: every broken rule in words, and both levels. */
    public record Verdict(List<String> violations, long level1, long level2) {}

    private final Map<String, Object> problem;
    private final List<List<Object>> plan = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<List<Long>, Long> fits = new HashMap<>();
    private final Map<List<Long>, Long> given = new LinkedHashMap<>();

    private Verifier(Map<String, Object> problem, List<?> rows) {
        this.problem = problem;
        for (Object row : rows) {
            plan.add(list(row));
        }
    }

    public static Verdict verify(byte[] problemFile, byte[] planFile) throws IOException {
        return new Verifier(map(tree(problemFile)), list(tree(planFile))).verdict();
    }

    private Verdict verdict() {
        for (Object candidate : list(problem.get("candidates"))) {
            fits.put(List.of(at(candidate, 0), at(candidate, 1)), at(candidate, 2));
        }
        takeRows();
        checkNeeds();
        checkOffers();
        checkAbsorption();
        for (Object pin : list(problem.get("pinned"))) {
            rule(
                    given.getOrDefault(List.of(at(pin, 0), at(pin, 1)), 0L) == at(pin, 2),
                    "pinned row " + pin + " does not stand");
        }
        return new Verdict(violations, level1(), level2());
    }

    private void takeRows() {
        for (List<Object> row : plan) {
            List<Long> pair = List.of(at(row, 0), at(row, 1));
            boolean allowed = fits.containsKey(pair) && at(row, 2) > 0;
            rule(allowed, "row " + row + " is no candidate");
            if (allowed) {
                rule(given.put(pair, at(row, 2)) == null, "pair " + pair + " is listed twice");
                long money = at(row, 2) * partCost(at(row, 0));
                rule(money >= offer(at(row, 1), "floor"), "row " + row + " is below the floor");
                rule(money <= offer(at(row, 1), "ceiling"), "row " + row + " is above the ceiling");
            }
        }
    }

    private void checkNeeds() {
        partsByNeed().forEach((need, parts) -> {
            long all = need(need, "tranches");
            rule(parts <= all, "need " + need + " is over-covered");
            boolean partialOk = Boolean.TRUE.equals(item("needs", need).get("partialOk"));
            rule(partialOk || parts >= all, "need " + need + " is covered in part");
        });
    }

    private void checkOffers() {
        Map<Long, Long> money = new TreeMap<>();
        Map<Long, Long> needs = new TreeMap<>();
        Map<List<Long>, Long> moneyInState = new HashMap<>();
        given.forEach((pair, parts) -> {
            long paid = parts * partCost(pair.get(0));
            money.merge(pair.get(1), paid, Long::sum);
            needs.merge(pair.get(1), 1L, Long::sum);
            moneyInState.merge(List.of(pair.get(1), need(pair.get(0), "state")), paid, Long::sum);
        });
        money.forEach((j, sum) -> rule(sum <= offer(j, "budget"), "offer " + j + " exceeds its budget"));
        needs.forEach((j, count) -> rule(count <= offer(j, "maxNeeds"), "offer " + j + " serves too many needs"));
        moneyInState.forEach((at, sum) ->
                rule(sum <= offer(at.get(0), "perStateCap"), "offer and State " + at + " exceed the State cap"));
    }

    private void checkAbsorption() {
        Map<List<Long>, Long> served = new HashMap<>();
        for (long need : partsByNeed().keySet()) {
            for (long t = need(need, "from"); t <= need(need, "to"); t++) {
                served.merge(List.of(need(need, "state"), t), 1L, Long::sum);
            }
        }
        served.forEach((at, count) -> rule(
                count <= (Long) item("states", at.get(0)).get("absorb"),
                "State and period " + at + " absorb too much"));
    }

    private long level1() {
        Map<Long, Long> coverage = new TreeMap<>();
        given.forEach((pair, parts) -> coverage.merge(
                need(pair.get(0), "state"), need(pair.get(0), "weight") * quarters(pair.get(0)) * parts, Long::sum));
        List<Object> slopes = list(problem.get("slopes"));
        long sum = 0;
        for (Map.Entry<Long, Long> entry : coverage.entrySet()) {
            long b1 = (Long) item("states", entry.getKey()).get("b1");
            long b2 = (Long) item("states", entry.getKey()).get("b2");
            long v = entry.getValue();
            sum += at(slopes, 0) * Math.min(v, b1);
            sum += at(slopes, 1) * Math.max(0, Math.min(v, b2) - b1);
            sum += at(slopes, 2) * Math.max(0, v - b2);
        }
        return sum;
    }

    private long level2() {
        long sum = 0;
        for (Map.Entry<List<Long>, Long> row : given.entrySet()) {
            sum += quarters(row.getKey().get(0)) * row.getValue() * fits.get(row.getKey());
        }
        sum -= (Long) problem.get("fragPenalty") * (given.size() - partsByNeed().size());
        for (Object row : list(problem.get("previous"))) {
            long lost = Math.max(0, at(row, 2) - given.getOrDefault(List.of(at(row, 0), at(row, 1)), 0L));
            sum -= (Long) problem.get("changePenalty") * quarters(at(row, 0)) * lost;
        }
        return sum;
    }

    private Map<Long, Long> partsByNeed() {
        Map<Long, Long> parts = new TreeMap<>();
        given.forEach((pair, count) -> parts.merge(pair.get(0), count, Long::sum));
        return parts;
    }

    private void rule(boolean kept, String otherwise) {
        if (!kept) {
            violations.add(otherwise);
        }
    }

    private long partCost(long need) {
        return need(need, "cost") / need(need, "tranches");
    }

    private long quarters(long need) {
        return 4 / need(need, "tranches");
    }

    private long need(long id, String field) {
        return (Long) item("needs", id).get(field);
    }

    private long offer(long id, String field) {
        return (Long) item("offers", id).get(field);
    }

    private Map<String, Object> item(String array, long id) {
        for (Object item : list(problem.get(array))) {
            if (map(item).get("id").equals(id)) {
                return map(item);
            }
        }
        throw new IllegalArgumentException(array + " has no " + id);
    }

    private static long at(Object row, int cell) {
        return (Long) list(row).get(cell);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static Object tree(byte[] file) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(file)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_STRING -> parser.getText();
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield elements;
            }
            case START_OBJECT -> {
                Map<String, Object> fields = new HashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield fields;
            }
            default -> throw new IllegalArgumentException("unexpected " + parser.currentToken());
        };
    }
}
