package org.switchboard.reference;

import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold between the files before anything may rely on them. The first breach is told and stops the start. */
record ReferenceChecks(
        Catalogue<Region> regions,
        Catalogue<State> states,
        Catalogue<Stage> stages,
        Catalogue<Theme> themes,
        List<Instrument> instruments) {

    void run() {
        regions.all().forEach(this::regionNests);
        Set<String> codes = new HashSet<>();
        for (State state : states.all()) {
            require(state.iso3().matches("[A-Z]{3}"), "State", state.iso3(), "is not an alpha-3 code");
            require(
                    state.iso2().matches("[A-Z]{2}") && codes.add(state.iso2()),
                    "State",
                    state.iso3(),
                    "needs an alpha-2 code of its own");
            require(
                    state.m49().matches("[0-9]{3}") && codes.add(state.m49()),
                    "State",
                    state.iso3(),
                    "needs an M49 code of its own");
            require(
                    (state.group() == null) == (state.status() != StateStatus.MEMBER),
                    "State",
                    state.iso3(),
                    "has a group if and only if it is a Member");
            stateIsPlaced(state);
            languagesAreTags(state);
        }
        themes.all().forEach(this::themeHasAreaAndStages);
        Set<Integer> positions = new HashSet<>();
        for (Stage stage : stages.all()) {
            require(positions.add(stage.position()), "stage", stage.code(), "shares its position");
        }
        Set<Integer> numbers = new HashSet<>();
        for (Instrument instrument : instruments) {
            require(numbers.add(instrument.number()), "instrument", instrument.shortName(), "shares its number");
            require(
                    instrument.adopted().isBefore(instrument.inForce()),
                    "instrument",
                    instrument.shortName(),
                    "is in force before it is adopted");
        }
    }

    private void regionNests(Region region) {
        require(region.code().matches("[0-9]{3}"), "region", region.code(), "is not an M49 code");
        RegionLevel above =
                switch (region.level()) {
                    case REGION -> null;
                    case SUBREGION -> RegionLevel.REGION;
                    case INTERMEDIATE -> RegionLevel.SUBREGION;
                };
        require(
                levelOf(region.parent()) == above,
                "region",
                region.code(),
                "does not stand in a place one level wider");
    }

    private void stateIsPlaced(State state) {
        require(levelOf(state.region()) == RegionLevel.REGION, "State", state.iso3(), "has no known region");
        require(
                isIn(state.subregion(), state.region()),
                "State",
                state.iso3(),
                "is in a sub-region that is not of its region");
        String intermediate = state.intermediate();
        boolean divided =
                regions.all().stream().anyMatch(place -> state.subregion().equals(place.parent()));
        require(
                divided == (intermediate != null),
                "State",
                state.iso3(),
                "has an intermediate region if and only if its sub-region is divided");
        require(
                intermediate == null || isIn(intermediate, state.subregion()),
                "State",
                state.iso3(),
                "is in an intermediate region that is not of its sub-region");
    }

    private static void languagesAreTags(State state) {
        require(!state.languages().isEmpty(), "State", state.iso3(), "has no language");
        for (String tag : state.languages()) {
            try {
                new Locale.Builder().setLanguageTag(tag);
            } catch (IllformedLocaleException e) {
                throw new IllegalStateException(
                        "reference data: the State " + state.iso3() + " has the language " + tag, e);
            }
        }
    }

    private void themeHasAreaAndStages(Theme theme) {
        if (!theme.isArea()) {
            require(
                    themes.get(theme.areaCode()).map(Theme::isArea).orElse(false),
                    "theme",
                    theme.code(),
                    "is in no known area");
            require(
                    theme.code().startsWith(theme.areaCode() + "."),
                    "theme",
                    theme.code(),
                    "does not begin with its area's code");
        }
        require(
                !theme.stages().isEmpty() && theme.stages().stream().allMatch(stages::has),
                "theme",
                theme.code(),
                "touches no known stage");
    }

    private @Nullable RegionLevel levelOf(@Nullable String m49) {
        return m49 == null ? null : regions.get(m49).map(Region::level).orElse(null);
    }

    private boolean isIn(String place, String parent) {
        return regions.get(place).map(Region::parent).map(parent::equals).orElse(false);
    }

    private static void require(boolean holds, String what, String code, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("reference data: the " + what + " " + code + " " + otherwise);
        }
    }
}
