package org.switchboard.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares our tables, typed by ourselves, with those that stand beside the project in {@code ../shared}. */
@Tag("real")
class RealReferenceTest {

    private static final ReferenceData DATA = ReferenceData.load();
    private static final Path SHARED = Path.of(System.getProperty("shared", "../shared"));

    /** Where we differ on purpose, and why. */
    private static final Map<String, String> OURS = Map.of(
            "NLD name_en", "the short name has been \"Netherlands (Kingdom of the)\" since 2023, as in the other five",
            "NLD name_ar", "the sign that stands for the moved words is a dash, as for Bolivia, Iran and Venezuela");

    @Test
    void statesAgree() throws IOException {
        Map<String, String> theirs = new TreeMap<>();
        for (CSVRecord row : rows("reference/states.csv")) {
            String state = row.get("iso3");
            for (String column : List.of("iso2", "m49", "un_group", "ldc", "lldc", "sids")) {
                theirs.put(state + " " + column, row.get(column));
            }
            theirs.put(state + " status", row.get("un_status"));
            theirs.put(state + " region", row.get("m49_region_code"));
            theirs.put(state + " subregion", row.get("m49_subregion_code"));
            theirs.put(state + " intermediate", row.get("m49_intermediate_code"));
            for (Language language : Language.values()) {
                String column = "name_" + language.tag();
                theirs.put(state + " " + column, row.get(column).replace('’', '\''));
            }
        }
        Map<String, String> ours = new TreeMap<>();
        for (State state : DATA.states(Language.EN)) {
            put(ours, state, "iso2", state.iso2());
            put(ours, state, "m49", state.m49());
            put(
                    ours,
                    state,
                    "un_group",
                    state.group() == null ? "" : state.group().name());
            put(ours, state, "ldc", state.ldc() ? "y" : "n");
            put(ours, state, "lldc", state.lldc() ? "y" : "n");
            put(ours, state, "sids", state.sids() ? "y" : "n");
            put(ours, state, "status", state.status().code());
            put(ours, state, "region", state.region());
            put(ours, state, "subregion", state.subregion());
            put(ours, state, "intermediate", state.intermediate() == null ? "" : state.intermediate());
            for (Language language : Language.values()) {
                put(ours, state, "name_" + language.tag(), state.names().in(language));
            }
        }
        assertEquals(theirs.keySet(), ours.keySet());
        Set<String> differing = new TreeSet<>();
        theirs.forEach((key, value) -> {
            if (!value.equals(ours.get(key))) {
                differing.add(key);
            }
        });
        assertEquals(new TreeSet<>(OURS.keySet()), differing);
    }

    @Test
    void englishNamesOfRegionsAgree() throws IOException {
        for (CSVRecord row : rows("reference/states.csv")) {
            for (String level : List.of("region", "subregion", "intermediate")) {
                String code = row.get("m49_" + level + "_code");
                if (!code.isEmpty()) {
                    assertEquals(
                            row.get("m49_" + level),
                            DATA.region(code).orElseThrow().names().en());
                }
            }
        }
    }

    @Test
    void everyOfficialLanguageOfTheSixIsAWorkingLanguage() throws IOException {
        // Arabic has had a special status there since 2018, not an official one
        Set<String> notOfficial = Set.of("ISR ar");
        Set<String> missing = new TreeSet<>();
        for (CSVRecord row : rows("reference/states.csv")) {
            State state = DATA.state(row.get("iso3")).orElseThrow();
            for (String tag : row.get("delivery_languages").split(" ", -1)) {
                if (!tag.isEmpty() && !state.languages().contains(tag)) {
                    missing.add(state.iso3() + " " + tag);
                }
            }
        }
        assertEquals(notOfficial, missing);
    }

    @Test
    void areasAgree() throws IOException {
        List<String> codes = new ArrayList<>();
        for (CSVRecord row : rows("reference/ct_themes.csv")) {
            Theme area = DATA.theme(row.get("code")).orElseThrow();
            codes.add(area.code());
            assertEquals(List.of(row.get("stages").split(";", -1)), area.stages(), area.code());
            // theirs adds a scope to the name of most areas; ours puts it into the sub-areas
            if (!Set.of("POL", "ICT").contains(area.code())) {
                assertTrue(row.get("name_en").startsWith(area.names().en()), area.code());
            }
            if (!Set.of("HRT", "ICT").contains(area.code())) {
                assertEquals(row.get("name_zh"), area.names().zh(), area.code());
            }
        }
        assertEquals(16, codes.size());
    }

    @Test
    void kindsAndStagesAgree() throws IOException {
        Set<String> kinds = new TreeSet<>();
        rows("reference/assistance_types.csv").forEach(row -> kinds.add(row.get("code")));
        Set<String> ours = new TreeSet<>();
        DATA.kinds(Language.EN).forEach(kind -> ours.add(kind.code()));
        assertEquals(kinds, ours);
        for (CSVRecord row : rows("reference/stages.csv")) {
            Stage stage = DATA.stage(row.get("stage")).orElseThrow();
            assertEquals(Integer.parseInt(row.get("order")), stage.position());
            assertEquals(row.get("name_en"), stage.names().en());
            // the papers' Chinese says what to do about the stage; ours only names it
            assertTrue(row.get("name_zh").contains(stage.names().zh()), stage.code());
        }
    }

    @Test
    void instrumentsAgree() throws IOException {
        Map<String, String> depositaries = Map.of(
                "Russian Federation", "RUS",
                "United Kingdom", "GBR",
                "United States", "USA",
                "Secretary-General of the United Nations", "UNSG");
        List<CSVRecord> rows = rows("reference/instruments.csv");
        assertEquals(rows.size(), DATA.instruments().size());
        for (CSVRecord row : rows) {
            Instrument instrument =
                    DATA.instrument(Integer.parseInt(row.get("no"))).orElseThrow();
            assertEquals(row.get("title_en"), instrument.names().en());
            assertEquals(row.get("title_zh"), instrument.names().zh());
            assertEquals(row.get("short_name"), instrument.shortName());
            assertEquals(row.get("adopted"), instrument.adopted().toString());
            assertEquals(row.get("in_force"), instrument.inForce().toString());
            assertEquals(row.get("place"), instrument.place().en());
            List<String> theirs = Arrays.stream(row.get("depositary").split("; ", -1))
                    .map(name -> depositaries.getOrDefault(name, name))
                    .toList();
            assertEquals(theirs, instrument.depositaries(), instrument.shortName());
        }
    }

    @Test
    void everyCodeInTheRealNeedsAndOffersIsKnown() throws IOException {
        for (String year : List.of("2015", "2016")) {
            for (CSVRecord row : rows("real/needs-" + year + ".csv")) {
                assertTrue(DATA.state(row.get("state")).isPresent(), row.get("state"));
                assertTrue(DATA.theme(row.get("theme")).isPresent(), row.get("theme"));
                assertTrue(DATA.kind(row.get("kind")).isPresent(), row.get("kind"));
                assertTrue(DATA.stage(row.get("stage")).isPresent(), row.get("stage"));
            }
            for (CSVRecord row : rows("real/offers-" + year + ".csv")) {
                words(row, "regions")
                        .forEach(code -> assertTrue(DATA.region(code).isPresent(), code));
                words(row, "themes").forEach(code -> assertTrue(DATA.theme(code).isPresent(), code));
                words(row, "kinds").forEach(code -> assertTrue(DATA.kind(code).isPresent(), code));
                words(row, "states").forEach(code -> assertTrue(DATA.state(code).isPresent(), code));
            }
        }
    }

    private static void put(Map<String, String> ours, State state, String column, String value) {
        ours.put(state.iso3() + " " + column, value);
    }

    private static List<String> words(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? List.of() : List.of(row.get(column).split(" ", -1));
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(
                Files.readString(SHARED.resolve("data").resolve(file), StandardCharsets.UTF_8), format)) {
            return parser.getRecords();
        }
    }
}
