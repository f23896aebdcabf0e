package org.switchboard.matching.engine.file;

import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.switchboard.matching.engine.PlanRow;

/** A plan file of {@code assist-match/1}: an array of [need, offer, parts], or of objects with need, offer, tranches. */
public final class PlanFile {

    private static final Set<String> FIELDS = Set.of("need", "offer", "tranches");

    private PlanFile() {}

    /** Reads rows as they are written; whether they keep the rules of a problem is not asked here. */
    public static List<PlanRow> read(InputStream in) throws IOException {
        try (JsonCursor json = new JsonCursor(in)) {
            json.next();
            List<PlanRow> rows = rows(json, "plan");
            if (json.next() != null) {
                throw json.fail("nothing may follow the plan");
            }
            return rows;
        }
    }

    /** The rows of the array the cursor is at. */
    static List<PlanRow> rows(JsonCursor json, String array) throws IOException {
        json.at(array);
        json.expect(JsonToken.START_ARRAY, "an array");
        List<PlanRow> rows = new ArrayList<>();
        while (json.nextElement(array, rows.size())) {
            rows.add(row(json));
        }
        json.at(array);
        return rows;
    }

    private static PlanRow row(JsonCursor json) throws IOException {
        PlanRow row;
        if (json.token() == JsonToken.START_OBJECT) {
            Item item = json.item(FIELDS);
            row = new PlanRow(item.integer("need"), item.integer("offer"), item.integer("tranches"));
        } else {
            int[] cells = json.integers();
            if (cells.length != 3) {
                throw json.fail("must be [need, offer, parts], has " + cells.length + " numbers");
            }
            row = new PlanRow(cells[0], cells[1], cells[2]);
        }
        if (row.need() < 0 || row.offer() < 0 || row.parts() < 1) {
            throw json.fail("need and offer must not be negative and parts must be at least 1");
        }
        return row;
    }

    /** Writes one row a line. The stream stays open. */
    public static void write(List<PlanRow> rows, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("[");
        String separator = "\n";
        for (PlanRow row : rows) {
            writer.write(separator + "[" + row.need() + "," + row.offer() + "," + row.parts() + "]");
            separator = ",\n";
        }
        writer.write("\n]\n");
        writer.flush();
    }
}
