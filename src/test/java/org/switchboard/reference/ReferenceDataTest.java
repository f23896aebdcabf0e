package org.switchboard.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Collator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceDataTest {

    private static final ReferenceData DATA = ReferenceData.load();

    @Test
    void holdsAllMembersBothObserversAndTwoNonMembers() {
        Map<StateStatus, Long> counts = new EnumMap<>(
                DATA.states(Language.EN).stream().collect(Collectors.groupingBy(State::status, Collectors.counting())));
        assertEquals(Map.of(StateStatus.MEMBER, 193L, StateStatus.OBSERVER, 2L, StateStatus.NON_MEMBER, 2L), counts);
        assertEquals(Set.of("VAT", "PSE"), codes(state -> state.status() == StateStatus.OBSERVER));
        assertEquals(Set.of("COK", "NIU"), codes(state -> state.status() == StateStatus.NON_MEMBER));
    }

    @Test
    void countsTheGroupsAndTheMarksAsTheUnitedNationsDoes() {
        assertEquals(54, codes(state -> state.group() == UnGroup.AFRICAN).size());
        assertEquals(54, codes(state -> state.group() == UnGroup.ASIA_PACIFIC).size());
        assertEquals(23, codes(state -> state.group() == UnGroup.EEG).size());
        assertEquals(33, codes(state -> state.group() == UnGroup.GRULAC).size());
        assertEquals(29, codes(state -> state.group() == UnGroup.WEOG).size());
        assertEquals(44, codes(State::ldc).size());
        assertEquals(32, codes(State::lldc).size());
        assertEquals(39, codes(State::sids).size());
    }

    @Test
    void stateNestsInItsRegions() {
        State senegal = DATA.state("SEN").orElseThrow();
        assertEquals(List.of("002", "202", "011"), DATA.regionsOf(senegal));
        State japan = DATA.state("JPN").orElseThrow();
        assertEquals(List.of("142", "030"), DATA.regionsOf(japan));
    }

    @Test
    void everyPlaceHoldsTheStatesOfThePlacesWithinIt() {
        for (Region place : DATA.regions(Language.EN)) {
            Set<State> states = Set.copyOf(DATA.statesIn(place.code()));
            assertTrue(!states.isEmpty(), place.code());
            Set<State> ofParts = new HashSet<>();
            DATA.regions(Language.EN).stream()
                    .filter(part -> place.code().equals(part.parent()))
                    .forEach(part -> ofParts.addAll(DATA.statesIn(part.code())));
            if (!ofParts.isEmpty()) {
                assertEquals(states, ofParts, place.code());
            }
        }
        assertEquals(29, DATA.regions(Language.EN).size());
    }

    @Test
    void codeThatDoesNotExistIsNotFound() {
        assertTrue(DATA.state("ZZZ").isEmpty());
        assertTrue(DATA.state("sen").isEmpty());
        assertTrue(DATA.region("999").isEmpty());
        assertTrue(DATA.statesIn("999").isEmpty());
        assertTrue(DATA.theme("ZZZ").isEmpty());
        assertTrue(DATA.areaOf("ZZZ").isEmpty());
        assertTrue(DATA.subareas("ZZZ", Language.EN).isEmpty());
        assertTrue(DATA.kind("ZZZ").isEmpty());
        assertTrue(DATA.stage("D").isEmpty());
        assertTrue(DATA.instrument(20).isEmpty());
    }

    @Test
    void everyAreaHasTwoToFiveSubareasThatLeadBackToIt() {
        assertEquals(16, DATA.areas(Language.EN).size());
        for (Theme area : DATA.areas(Language.EN)) {
            List<Theme> subareas = DATA.subareas(area.code(), Language.EN);
            assertTrue(subareas.size() >= 2 && subareas.size() <= 5, area.code());
            for (Theme subarea : subareas) {
                assertEquals(area, DATA.areaOf(subarea.code()).orElseThrow());
                assertEquals(area.stages(), subarea.stages());
            }
            assertEquals(area, DATA.areaOf(area.code()).orElseThrow());
        }
    }

    @Test
    void holdsKindsStagesAndInstruments() {
        assertEquals(11, DATA.kinds(Language.EN).size());
        assertEquals(
                List.of("A", "B", "C"), DATA.stages().stream().map(Stage::code).toList());
        assertEquals(19, DATA.instruments().size());
        assertEquals(1, DATA.instruments().get(0).number());
    }

    /** Two States, or two themes, that read alike could not be told apart on a page. */
    @ParameterizedTest
    @EnumSource
    void noTwoNamesAreAlikeInAnyLanguage(Language language) {
        assertDistinct(language, DATA.states(language));
        assertDistinct(language, DATA.regions(language));
        assertDistinct(language, DATA.areas(language));
        assertDistinct(language, DATA.kinds(language));
        DATA.areas(language).forEach(area -> assertDistinct(language, DATA.subareas(area.code(), language)));
    }

    /** A text in the wrong column would be in the wrong script. */
    @ParameterizedTest
    @EnumSource
    void everyTextIsInTheScriptOfItsLanguage(Language language) {
        Character.UnicodeScript script =
                switch (language) {
                    case AR -> Character.UnicodeScript.ARABIC;
                    case ZH -> Character.UnicodeScript.HAN;
                    case RU -> Character.UnicodeScript.CYRILLIC;
                    case EN, FR, ES -> Character.UnicodeScript.LATIN;
                };
        for (String text : texts(language)) {
            Set<Character.UnicodeScript> scripts = text.codePoints()
                    .filter(Character::isLetter)
                    .mapToObj(Character.UnicodeScript::of)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Character.UnicodeScript.class)));
            assertEquals(EnumSet.of(script), scripts, text);
            assertEquals(text.strip(), text);
            assertTrue(!text.contains("  ") && !text.contains("’"), text);
        }
    }

    @Test
    void statesStandInTheOrderOfTheLanguage() {
        assertOrder(Language.EN, "CRI", "CIV", "HRV");
        // the accent comes after the letter, not after z
        assertOrder(Language.FR, "DZA", "DEU", "AND");
        assertOrder(Language.FR, "GRC", "GRD");
        assertOrder(Language.FR, "ECU", "ERI", "ESP");
        assertOrder(Language.ES, "CHE", "SUR", "THA");
        assertOrder(Language.ES, "ESP", "USA", "EST", "SWZ", "ETH");
        // ch and ll are no letters of their own any more
        assertOrder(Language.ES, "CHL", "CHN", "CYP", "COL");
        // by sound: China, zhongguo, comes near the end
        assertOrder(Language.ZH, "ALB", "BRA", "FRA", "FJI", "CHN");
        assertOrder(Language.ZH, "NAM", "NRU", "NPL", "CHN");
        // the article counts as part of the name
        assertOrder(Language.AR, "JOR", "YEM", "TUN", "PSE", "CUB");
        assertOrder(Language.RU, "AUS", "EGY", "ESP", "YEM", "JAM");
    }

    /** A character that the collator does not order by sound stands behind all those that it does. */
    @Test
    void everyChineseNameIsOrderedBySound() {
        Collator collator = Language.ZH.collator();
        // the last of the characters ordered by sound: zuo
        String last = "座";
        DATA.states(Language.ZH).stream()
                .map(state -> state.names().zh())
                .flatMap(name -> name.codePoints().mapToObj(Character::toString))
                .forEach(character -> assertTrue(collator.compare(character, last) < 0, character));
    }

    @Test
    void orderDiffersBetweenLanguages() {
        Set<List<String>> orders = new HashSet<>();
        for (Language language : Language.values()) {
            orders.add(DATA.states(language).stream().map(State::iso3).toList());
        }
        assertEquals(6, orders.size());
        assertNotEquals(DATA.kinds(Language.EN), DATA.kinds(Language.ZH));
    }

    private static void assertOrder(Language language, String... iso3) {
        List<String> wanted = List.of(iso3);
        List<String> found = DATA.states(language).stream()
                .map(State::iso3)
                .filter(wanted::contains)
                .toList();
        assertEquals(wanted, found, language.name());
    }

    private static <T extends Named> void assertDistinct(Language language, List<T> items) {
        Map<String, String> codes = new TreeMap<>();
        for (T item : items) {
            String other = codes.put(item.names().in(language), item.code());
            assertEquals(null, other, item.code());
        }
    }

    private static List<String> texts(Language language) {
        Set<String> texts = new TreeSet<>();
        DATA.states(language).forEach(item -> texts.add(item.names().in(language)));
        DATA.regions(language).forEach(item -> texts.add(item.names().in(language)));
        DATA.areas(language).forEach(item -> texts.add(item.names().in(language)));
        DATA.areas(language).stream()
                .flatMap(area -> DATA.subareas(area.code(), language).stream())
                .forEach(item -> texts.add(item.names().in(language)));
        DATA.kinds(language).forEach(item -> texts.add(item.names().in(language)));
        DATA.stages().forEach(item -> {
            texts.add(item.names().in(language));
            texts.add(item.definition().in(language));
        });
        DATA.instruments().forEach(item -> {
            texts.add(item.names().in(language));
            texts.add(item.place().in(language));
        });
        return List.copyOf(texts);
    }

    private static Set<String> codes(Predicate<State> chosen) {
        return DATA.states(Language.EN).stream().filter(chosen).map(State::iso3).collect(Collectors.toSet());
    }
}
