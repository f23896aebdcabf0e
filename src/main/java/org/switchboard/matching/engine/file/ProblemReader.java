package org.switchboard.matching.engine.file;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.InvalidProblemException;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;

/** Reads one problem file from the top. The counts come before the arrays, as the format asks. */
final class ProblemReader {

    private static final Set<String> STATE = Set.of("id", "region", "absorb", "b1", "b2");
    private static final Set<String> NEED = Set.of(
            "id",
            "state",
            "area",
            "stage",
            "type",
            "cost",
            "tranches",
            "weight",
            "langs",
            "from",
            "to",
            "partialOk",
            "blocked");
    private static final Set<String> OFFER = Set.of(
            "id",
            "provider",
            "areas",
            "types",
            "regions",
            "budget",
            "floor",
            "ceiling",
            "maxNeeds",
            "perStateCap",
            "langs",
            "from",
            "to");

    private final JsonCursor json;

    private boolean formatSeen;
    private int periods = 8;
    private Slopes slopes = new Slopes(10, 6, 3);
    private long fragPenalty = 40;
    private long changePenalty = 20;
    private int stateCount = -1;
    private int needCount = -1;
    private int offerCount = -1;
    private @Nullable List<State> states;
    private @Nullable List<Need> needs;
    private @Nullable List<Offer> offers;
    private CandidateTable.@Nullable Builder candidates;
    private List<PlanRow> previous = List.of();
    private List<PlanRow> pinned = List.of();

    ProblemReader(JsonCursor json) {
        this.json = json;
    }

    Problem read() throws IOException {
        json.next();
        json.expect(JsonToken.START_OBJECT, "an object");
        for (String name = json.nextField("file"); name != null; name = json.nextField("file")) {
            readField(name);
        }
        if (json.next() != null) {
            throw json.fail("nothing may follow the problem");
        }
        if (!formatSeen) {
            throw json.fail("format is missing");
        }
        return problem();
    }

    private Problem problem() throws IOException {
        List<State> allStates = present(states, "states");
        List<Need> allNeeds = present(needs, "needs"); // as many as nNeeds said, before memory is taken for so many
        List<Offer> allOffers = present(offers, "offers");
        CandidateTable table = present(candidates, "candidates").build();
        try {
            return new Problem(
                    periods,
                    slopes,
                    fragPenalty,
                    changePenalty,
                    allStates,
                    allNeeds,
                    allOffers,
                    table,
                    previous,
                    pinned);
        } catch (InvalidProblemException invalid) {
            throw new MalformedFileException(invalid);
        }
    }

    private <T> T present(@Nullable T value, String name) throws IOException {
        if (value == null) {
            throw json.fail(name + " is missing");
        }
        return value;
    }

    private void readField(String name) throws IOException {
        switch (name) {
            case "format" -> readFormat();
            case "periods" -> periods = json.integer();
            case "slopes" -> slopes = slopes();
            case "fragPenalty" -> fragPenalty = json.number();
            case "changePenalty" -> changePenalty = json.number();
            case "nStates" -> stateCount = count();
            case "nNeeds" -> needCount = count();
            case "nOffers" -> offerCount = count();
            case "states" -> states = items("states", stateCount, STATE, ProblemReader::state);
            case "needs" -> needs = items("needs", needCount, NEED, ProblemReader::need);
            case "offers" -> offers = items("offers", offerCount, OFFER, ProblemReader::offer);
            case "candidates" -> candidates = candidates();
            case "previous" -> previous = PlanFile.rows(json, "previous");
            case "pinned" -> pinned = PlanFile.rows(json, "pinned");
            default -> json.skip();
        }
    }

    private void readFormat() throws IOException {
        String format = json.text();
        if (!format.equals(ProblemFile.FORMAT)) {
            throw json.fail("must be " + ProblemFile.FORMAT + ", is " + format);
        }
        formatSeen = true;
    }

    private int count() throws IOException {
        int count = json.integer();
        if (count < 0) {
            throw json.fail("must not be negative, is " + count);
        }
        return count;
    }

    private Slopes slopes() throws IOException {
        int[] values = json.integers();
        if (values.length != 3) {
            throw json.fail("must be three numbers, are " + values.length);
        }
        try {
            return new Slopes(values[0], values[1], values[2]);
        } catch (InvalidProblemException invalid) {
            throw json.fail(invalid.getMessage());
        }
    }

    /** Makes the record of an item. */
    private interface Maker<T> {
        T make(Item item) throws MalformedFileException;
    }

    private <T> List<T> items(String array, int count, Set<String> known, Maker<T> maker) throws IOException {
        json.expect(JsonToken.START_ARRAY, "an array");
        requireCount(count);
        TreeMap<Integer, T> byId = new TreeMap<>();
        while (json.nextElement(array, byId.size())) {
            Item item = json.item(known);
            int id = item.integer("id");
            if (id < 0 || id >= count) {
                throw item.fail("id", "must be 0 to " + (count - 1) + ", is " + id);
            }
            if (byId.put(id, made(item, maker)) != null) {
                throw item.fail("id", id + " is used twice");
            }
        }
        json.at(array);
        for (int id = 0; id < count; id++) {
            if (!byId.containsKey(id)) {
                throw json.fail("id " + id + " is missing");
            }
        }
        return new ArrayList<>(byId.values());
    }

    private static <T> T made(Item item, Maker<T> maker) throws MalformedFileException {
        try {
            return maker.make(item);
        } catch (InvalidProblemException invalid) {
            throw item.refused(invalid.getMessage());
        }
    }

    private void requireCount(int count) throws IOException {
        if (count < 0) {
            throw json.fail("nStates, nNeeds and nOffers must come before the arrays");
        }
    }

    private static State state(Item item) throws MalformedFileException {
        return new State(item.integer("region"), item.integer("absorb"), item.number("b1"), item.number("b2"));
    }

    private static Need need(Item item) throws MalformedFileException {
        return new Need(
                item.integer("state"),
                item.integer("area"),
                item.letter("stage"),
                item.integer("type"),
                item.number("cost"),
                item.integer("tranches"),
                item.number("weight"),
                item.ids("langs"),
                item.integer("from"),
                item.integer("to"),
                item.flag("partialOk"),
                item.ids("blocked"));
    }

    private static Offer offer(Item item) throws MalformedFileException {
        return new Offer(
                item.integer("provider"),
                item.ids("areas"),
                item.ids("types"),
                item.ids("regions"),
                item.number("budget"),
                item.number("floor"),
                item.number("ceiling"),
                item.integer("maxNeeds"),
                item.number("perStateCap"),
                item.ids("langs"),
                item.integer("from"),
                item.integer("to"));
    }

    private CandidateTable.Builder candidates() throws IOException {
        json.expect(JsonToken.START_ARRAY, "an array");
        requireCount(Math.min(needCount, offerCount));
        CandidateTable.Builder table = new CandidateTable.Builder(needCount, offerCount);
        Set<Integer> offersOfNeed = new HashSet<>();
        int last = 0;
        for (int index = 0; json.nextElement("candidates", index); index++) {
            int[] cells = json.integers();
            if (cells.length != 3) {
                throw json.fail("must be [need, offer, fit], has " + cells.length + " numbers");
            }
            if (cells[0] < last) {
                throw json.fail("candidates must be sorted by need: " + cells[0] + " comes after " + last);
            }
            if (cells[0] > last) {
                offersOfNeed.clear();
                last = cells[0];
            }
            if (!offersOfNeed.add(cells[1])) {
                throw json.fail("need " + cells[0] + " and offer " + cells[1] + " are listed twice");
            }
            add(table, cells);
        }
        return table;
    }

    private void add(CandidateTable.Builder table, int[] cells) throws IOException {
        try {
            table.add(cells[0], cells[1], cells[2]);
        } catch (InvalidProblemException invalid) {
            throw json.fail(invalid.getMessage());
        }
    }
}
