package org.switchboard.matching.engine.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Multipliers;

/** Writes a certificate, the candidates of one need a line. */
final class CertificateWriter {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Certificate certificate;
    private final Multipliers prices;
    private final Problem problem;

    CertificateWriter(Certificate certificate, Problem problem) {
        this.certificate = certificate;
        this.prices = certificate.multipliers();
        this.problem = problem;
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", CertificateFile.FORMAT);
            json.writeNumberField("scale", prices.scale());
            json.writeNumberField("bound", certificate.bound());
            writeSlots(json);
            writeStateCaps(json);
            writeAbsorption(json);
            writeParts(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void writeSlots(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("slots");
        for (int j = 0; j < problem.offers().size(); j++) {
            json.writeNumber(prices.slot(j));
        }
        json.writeEndArray();
    }

    private void writeStateCaps(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("stateCaps");
        for (int j = 0; j < problem.offers().size(); j++) {
            for (int s = 0; s < problem.states().size(); s++) {
                writeUnlessZero(json, j, s, prices.stateCap(j, s));
            }
        }
        json.writeEndArray();
    }

    private void writeAbsorption(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("absorption");
        for (int s = 0; s < problem.states().size(); s++) {
            for (int t = 0; t < problem.periods(); t++) {
                writeUnlessZero(json, s, t, prices.absorption(s, t));
            }
        }
        json.writeEndArray();
    }

    private static void writeUnlessZero(JsonGenerator json, int first, int second, long price) throws IOException {
        if (price != 0) {
            json.writeArray(new long[] {first, second, price}, 0, 3);
        }
    }

    private void writeParts(JsonGenerator json) throws IOException {
        CandidateTable candidates = problem.candidates();
        json.writeArrayFieldStart("parts");
        for (int need = 0; need < candidates.needs(); need++) {
            json.writeRaw('\n');
            for (int c = candidates.first(need); c < candidates.end(need); c++) {
                json.writeStartArray();
                json.writeNumber(need);
                json.writeNumber(candidates.offer(c));
                for (int parts = 1; parts <= prices.mostParts(c); parts++) {
                    json.writeNumber(prices.part(c, parts));
                }
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }
}
