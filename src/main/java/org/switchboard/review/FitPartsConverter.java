package org.switchboard.review;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.switchboard.matching.ExplanationView.FitLine;
import org.switchboard.matching.engine.candidate.FitCriterion;

/** Keeps what a fit is made of as one line: {@code LANGUAGES 25 25,PERIOD 20 25}. */
@Converter
class FitPartsConverter implements AttributeConverter<List<FitLine>, String> {

    @Override
    public String convertToDatabaseColumn(List<FitLine> parts) {
        return parts.stream()
                .map(part -> part.criterion() + " " + part.points() + " " + part.of())
                .collect(Collectors.joining(","));
    }

    @Override
    public List<FitLine> convertToEntityAttribute(String line) {
        return Arrays.stream(line.split(","))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split(" "))
                .map(words -> new FitLine(
                        FitCriterion.valueOf(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2])))
                .toList();
    }
}
