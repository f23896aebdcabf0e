package org.switchboard.matching.engine.certificate;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Multipliers;
import org.switchboard.matching.engine.file.JsonCursor;

/** Reads one certificate file from the top. The scale comes before the prices. */
final class CertificateReader {

    private static final List<String> FIELDS =
            List.of("format", "scale", "bound", "slots", "stateCaps", "absorption", "parts");

    private final JsonCursor json;
    private final Problem problem;
    private final CandidateTable candidates;
    private final Set<String> seen = new HashSet<>();

    private long bound;
    private @Nullable Multipliers prices;

    CertificateReader(JsonCursor json, Problem problem) {
        this.json = json;
        this.problem = problem;
        this.candidates = problem.candidates();
    }

    Certificate read() throws IOException {
        json.next();
        json.expect(JsonToken.START_OBJECT, "an object");
        for (String name = json.nextField("file"); name != null; name = json.nextField("file")) {
            readField(name);
            seen.add(name);
        }
        if (json.next() != null) {
            throw json.fail("nothing may follow the certificate");
        }
        for (String name : FIELDS) {
            if (!seen.contains(name)) {
                throw json.fail(name + " is missing");
            }
        }
        return new Certificate(bound, prices());
    }

    private void readField(String name) throws IOException {
        switch (name) {
            case "format" -> readFormat();
            case "scale" -> prices = new Multipliers(problem, scale());
            case "bound" -> bound = notNegative(json.number());
            case "slots" -> readSlots();
            case "stateCaps" -> readLimits(stateCaps(), prices()::setStateCap);
            case "absorption" -> readLimits(absorption(), prices()::setAbsorption);
            case "parts" -> readParts();
            default -> json.skip();
        }
    }

    private void readFormat() throws IOException {
        String format = json.text();
        if (!format.equals(CertificateFile.FORMAT)) {
            throw json.fail("must be " + CertificateFile.FORMAT + ", is " + format);
        }
    }

    private long scale() throws IOException {
        long scale = json.number();
        if (scale <= 0) {
            throw json.fail("must be above zero, is " + scale);
        }
        return scale;
    }

    private long notNegative(long number) throws IOException {
        if (number < 0) {
            throw json.fail("must not be negative, is " + number);
        }
        return number;
    }

    private Multipliers prices() throws IOException {
        if (prices == null) {
            throw json.fail("scale must come before the prices");
        }
        return prices;
    }

    private void readSlots() throws IOException {
        json.expect(JsonToken.START_ARRAY, "an array");
        int offers = problem.offers().size();
        int offer = 0;
        for (; json.nextElement("slots", offer); offer++) {
            if (offer == offers) {
                throw json.fail("the problem has but " + offers + " offers");
            }
            prices().setSlot(offer, notNegative(json.number()));
        }
        json.at("slots");
        if (offer < offers) {
            throw json.fail("must have a price for each of the " + offers + " offers, has " + offer);
        }
    }

    /** Limits that are each at two indices, the names of these and how many of each there are. */
    private record Limits(String first, int firstCount, String second, int secondCount) {}

    private Limits stateCaps() {
        return new Limits(
                "offer", problem.offers().size(), "State", problem.states().size());
    }

    private Limits absorption() {
        return new Limits("State", problem.states().size(), "period", problem.periods());
    }

    @FunctionalInterface
    private interface PriceSetter {
        void set(int first, int second, long price);
    }

    private void readLimits(Limits limits, PriceSetter setter) throws IOException {
        json.expect(JsonToken.START_ARRAY, "an array");
        String array = json.place();
        String wanted = "[" + limits.first() + ", " + limits.second() + ", price]";
        long last = -1;
        for (int row = 0; json.nextElement(array, row); row++) {
            long[] cells = json.numbers(3, wanted);
            int first = index(limits.first(), cells[0], limits.firstCount());
            int second = index(limits.second(), cells[1], limits.secondCount());
            long place = (long) first * limits.secondCount() + second;
            if (place <= last) {
                throw json.fail(
                        "rows must be in the order of " + limits.first() + " and " + limits.second() + ", each once");
            }
            last = place;
            setter.set(first, second, notNegative(cells[2]));
        }
    }

    private int index(String what, long number, int count) throws IOException {
        if (number < 0 || number >= count) {
            throw json.fail("unknown " + what + " " + number);
        }
        return (int) number;
    }

    private void readParts() throws IOException {
        json.expect(JsonToken.START_ARRAY, "an array");
        int row = 0;
        for (int need = 0; need < candidates.needs(); need++) {
            for (int c = candidates.first(need); c < candidates.end(need); c++) {
                if (!json.nextElement("parts", row)) {
                    throw json.fail("must have a row for each of the " + candidates.size() + " candidates, has " + row);
                }
                readCandidate(need, c);
                row++;
            }
        }
        if (json.nextElement("parts", row)) {
            throw json.fail("the problem has but " + candidates.size() + " candidates");
        }
    }

    private void readCandidate(int need, int candidate) throws IOException {
        int offer = candidates.offer(candidate);
        int most = prices().mostParts(candidate);
        long[] cells = json.numbers(2 + most, "[need, offer, " + most + (most == 1 ? " price]" : " prices]"));
        if (cells[0] != need || cells[1] != offer) {
            throw json.fail("must be need " + need + " and offer " + offer + ", the next candidate, is need " + cells[0]
                    + " and offer " + cells[1]);
        }
        for (int parts = 1; parts <= most; parts++) {
            prices().setPart(candidate, parts, cells[1 + parts]);
        }
    }
}
