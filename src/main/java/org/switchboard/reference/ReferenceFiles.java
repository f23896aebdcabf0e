package org.switchboard.reference;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The six files of reference data, read and shaped but not yet compared with each other. */
@Singleton
class ReferenceFiles {

    private final ReferenceFile regions = ReferenceFile.named("regions.csv");
    private final ReferenceFile states = ReferenceFile.named("states.csv");
    private final ReferenceFile stages = ReferenceFile.named("stages.csv");
    private final ReferenceFile themes = ReferenceFile.named("themes.csv");
    private final ReferenceFile kinds = ReferenceFile.named("kinds.csv");
    private final ReferenceFile instruments = ReferenceFile.named("instruments.csv");

    /** Changes when any file does. */
    int checksum() {
        CRC32 checksum = new CRC32();
        Stream.of(regions, states, stages, themes, kinds, instruments)
                .forEach(file -> checksum.update(file.content().getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }

    List<Region> regions() {
        return regions.rows(row ->
                new Region(row.text("code"), level(row.text("level")), row.textOrNull("parent"), row.names("name")));
    }

    List<State> states() {
        return states.rows(ReferenceFiles::state);
    }

    List<Stage> stages() {
        return stages.rows(
                row -> new Stage(row.text("code"), row.number("position"), row.names("name"), row.names("definition")));
    }

    /** Areas and sub-areas; a sub-area that names no stages still has none here. */
    List<Theme> themes() {
        return themes.rows(
                row -> new Theme(row.text("code"), row.textOrNull("area"), row.words("stages"), row.names("name")));
    }

    List<Kind> kinds() {
        return kinds.rows(row -> new Kind(row.text("code"), row.names("name")));
    }

    List<Instrument> instruments() {
        return instruments.rows(row -> new Instrument(
                row.number("number"),
                row.text("short_name"),
                row.names("name"),
                LocalDate.parse(row.text("adopted")),
                row.names("place"),
                LocalDate.parse(row.text("in_force")),
                row.words("depositaries")));
    }

    private static State state(ReferenceFile.Row row) {
        String group = row.textOrNull("un_group");
        return new State(
                row.text("iso3"),
                row.text("iso2"),
                row.text("m49"),
                status(row.text("status")),
                row.text("region"),
                row.text("subregion"),
                row.textOrNull("intermediate"),
                group == null ? null : UnGroup.valueOf(group),
                row.yes("ldc"),
                row.yes("lldc"),
                row.yes("sids"),
                row.words("languages"),
                row.names("name"));
    }

    private static StateStatus status(String code) {
        return Arrays.stream(StateStatus.values())
                .filter(status -> Objects.equals(status.code(), code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("status \"" + code + "\" is unknown"));
    }

    private static RegionLevel level(String code) {
        return Arrays.stream(RegionLevel.values())
                .filter(level -> Objects.equals(level.code(), code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("level \"" + code + "\" is unknown"));
    }
}
