package org.switchboard.matching.engine.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Ids;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Offer;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Slopes;
import org.switchboard.matching.engine.State;

/** Writes a problem: the header, then one item a line. */
final class ProblemWriter {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Problem problem;

    ProblemWriter(Problem problem) {
        this.problem = problem;
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            writeHeader(json);
            writeStates(json);
            writeNeeds(json);
            writeOffers(json);
            writeCandidates(json);
            writeRows(json, "previous", problem.previous());
            writeRows(json, "pinned", problem.pinned());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void writeHeader(JsonGenerator json) throws IOException {
        Slopes slopes = problem.slopes();
        json.writeStringField("format", ProblemFile.FORMAT);
        json.writeNumberField("periods", problem.periods());
        json.writeFieldName("slopes");
        json.writeArray(new long[] {slopes.first(), slopes.second(), slopes.third()}, 0, 3);
        json.writeNumberField("fragPenalty", problem.fragPenalty());
        json.writeNumberField("changePenalty", problem.changePenalty());
        json.writeNumberField("nStates", problem.states().size());
        json.writeNumberField("nNeeds", problem.needs().size());
        json.writeNumberField("nOffers", problem.offers().size());
    }

    private void writeStates(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("states");
        for (int s = 0; s < problem.states().size(); s++) {
            State state = problem.states().get(s);
            startItem(json, s);
            json.writeNumberField("region", state.region());
            json.writeNumberField("absorb", state.absorption());
            json.writeNumberField("b1", state.b1());
            json.writeNumberField("b2", state.b2());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeNeeds(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("needs");
        for (int i = 0; i < problem.needs().size(); i++) {
            Need need = problem.needs().get(i);
            startItem(json, i);
            json.writeNumberField("state", need.state());
            json.writeNumberField("area", need.area());
            json.writeStringField("stage", String.valueOf(need.stage()));
            json.writeNumberField("type", need.type());
            json.writeNumberField("cost", need.costUsd());
            json.writeNumberField("tranches", need.parts());
            json.writeNumberField("weight", need.weight());
            writeIds(json, "langs", need.languages());
            json.writeNumberField("from", need.from());
            json.writeNumberField("to", need.to());
            json.writeBooleanField("partialOk", need.partialOk());
            writeIds(json, "blocked", need.blockedProviders());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeOffers(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("offers");
        for (int j = 0; j < problem.offers().size(); j++) {
            Offer offer = problem.offers().get(j);
            startItem(json, j);
            json.writeNumberField("provider", offer.provider());
            writeIds(json, "areas", offer.areas());
            writeIds(json, "types", offer.types());
            writeIds(json, "regions", offer.regions());
            json.writeNumberField("budget", offer.budgetUsd());
            json.writeNumberField("floor", offer.floorUsd());
            json.writeNumberField("ceiling", offer.ceilingUsd());
            json.writeNumberField("maxNeeds", offer.maxNeeds());
            json.writeNumberField("perStateCap", offer.perStateCapUsd());
            writeIds(json, "langs", offer.languages());
            json.writeNumberField("from", offer.from());
            json.writeNumberField("to", offer.to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeCandidates(JsonGenerator json) throws IOException {
        CandidateTable candidates = problem.candidates();
        json.writeArrayFieldStart("candidates");
        for (int need = 0; need < candidates.needs(); need++) {
            json.writeRaw('\n');
            for (int c = candidates.first(need); c < candidates.end(need); c++) {
                json.writeArray(new int[] {need, candidates.offer(c), candidates.fit(c)}, 0, 3);
            }
        }
        json.writeEndArray();
    }

    private static void writeRows(JsonGenerator json, String name, List<PlanRow> rows) throws IOException {
        json.writeArrayFieldStart(name);
        for (PlanRow row : rows) {
            json.writeArray(new int[] {row.need(), row.offer(), row.parts()}, 0, 3);
        }
        json.writeEndArray();
    }

    private static void startItem(JsonGenerator json, int id) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeNumberField("id", id);
    }

    private static void writeIds(JsonGenerator json, String name, Ids ids) throws IOException {
        json.writeFieldName(name);
        json.writeArray(ids.stream().toArray(), 0, ids.size());
    }
}
