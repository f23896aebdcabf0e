package org.switchboard.reference;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The face of the reference data: look-ups by code, and lists in the order of a language. Loaded once, when the service
 * starts, and never changed; a defect in the files stops the start. All of it is public, so that no method asks who
 * reads. Codes are case-sensitive.
 */
@Startup
@ApplicationScoped
public class ReferenceData {

    private final Catalogue<Region> regions;
    private final Catalogue<State> states;
    private final Catalogue<Stage> stages;
    private final Catalogue<Theme> themes;
    private final Catalogue<Kind> kinds;
    private final List<Stage> stagesByPosition;
    private final List<Instrument> instruments;

    ReferenceData(ReferenceFiles files) {
        regions = new Catalogue<>("region", files.regions());
        states = new Catalogue<>("State", files.states());
        stages = new Catalogue<>("stage", files.stages());
        themes = new Catalogue<>("theme", withStagesOfTheirArea(files.themes()));
        kinds = new Catalogue<>("kind", files.kinds());
        stagesByPosition = stages.all().stream()
                .sorted(Comparator.comparingInt(Stage::position))
                .toList();
        instruments = files.instruments().stream()
                .sorted(Comparator.comparingInt(Instrument::number))
                .toList();
        new ReferenceChecks(regions, states, stages, themes, instruments).run();
    }

    /** The same data without a container: for the command line and for tests. */
    public static ReferenceData load() {
        return new ReferenceData(new ReferenceFiles());
    }

    /** By ISO 3166-1 alpha-3. */
    public Optional<State> state(String iso3) {
        return states.get(iso3);
    }

    public List<State> states(Language order) {
        return states.in(order);
    }

    /** By M49 code. */
    public Optional<Region> region(String m49) {
        return regions.get(m49);
    }

    /** All three levels together. */
    public List<Region> regions(Language order) {
        return regions.in(order);
    }

    /** The M49 codes of the State's region, sub-region and, where there is one, intermediate region. */
    public List<String> regionsOf(State state) {
        String intermediate = state.intermediate();
        return intermediate == null
                ? List.of(state.region(), state.subregion())
                : List.of(state.region(), state.subregion(), intermediate);
    }

    /** The States within a place of any level, by code; none where the code is unknown. */
    public List<State> statesIn(String m49) {
        return states.all().stream()
                .filter(state -> regionsOf(state).contains(m49))
                .toList();
    }

    /** An area or a sub-area. */
    public Optional<Theme> theme(String code) {
        return themes.get(code);
    }

    public List<Theme> areas(Language order) {
        return themes.in(order).stream().filter(Theme::isArea).toList();
    }

    /** The sub-areas of an area; none where the code is unknown or itself a sub-area. */
    public List<Theme> subareas(String area, Language order) {
        return themes.in(order).stream()
                .filter(theme -> !theme.isArea() && theme.areaCode().equals(area))
                .toList();
    }

    /** The area to which the theme belongs: the theme itself where it is one. */
    public Optional<Theme> areaOf(String theme) {
        return themes.get(theme).map(Theme::areaCode).flatMap(themes::get);
    }

    public Optional<Kind> kind(String code) {
        return kinds.get(code);
    }

    public List<Kind> kinds(Language order) {
        return kinds.in(order);
    }

    public Optional<Stage> stage(String code) {
        return stages.get(code);
    }

    /** In their usual order: A, B, C. */
    public List<Stage> stages() {
        return stagesByPosition;
    }

    public Optional<Instrument> instrument(int number) {
        return instruments.stream()
                .filter(instrument -> instrument.number() == number)
                .findFirst();
    }

    /** By number. */
    public List<Instrument> instruments() {
        return instruments;
    }

    private static List<Theme> withStagesOfTheirArea(List<Theme> themes) {
        Catalogue<Theme> byCode = new Catalogue<>("theme", themes);
        List<Theme> complete = new ArrayList<>();
        for (Theme theme : themes) {
            List<String> ofArea =
                    byCode.get(theme.areaCode()).map(Theme::stages).orElse(List.of());
            complete.add(
                    theme.stages().isEmpty() ? new Theme(theme.code(), theme.area(), ofArea, theme.names()) : theme);
        }
        return complete;
    }
}
