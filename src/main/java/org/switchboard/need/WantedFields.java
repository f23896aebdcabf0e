package org.switchboard.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchboard.need.Completeness.Missing;
import org.switchboard.reference.ReferenceData;

/** What a need of a theme should say, from the list {@code need/wanted.txt}. */
@ApplicationScoped
class WantedFields {

    private static final String LIST = "/need/wanted.txt";
    private static final String EVERY_THEME = "*";

    private static final Map<String, Function<NeedContent, @Nullable String>> FIELDS = Map.of(
            "objective", NeedContent::objective,
            "currentSituation", NeedContent::currentSituation,
            "expectedOutcome", NeedContent::expectedOutcome,
            "beneficiaryInstitution", NeedContent::beneficiaryInstitution,
            "helpReceivedOrSought", NeedContent::helpReceivedOrSought,
            "costBasis", NeedContent::costBasis);

    private final List<Line> lines;

    WantedFields(ReferenceData reference) {
        lines = text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Line::of)
                .toList();
        for (Line line : lines) {
            if (!FIELDS.containsKey(line.field())
                    || !line.theme().equals(EVERY_THEME)
                            && reference.theme(line.theme()).isEmpty()) {
                throw new IllegalStateException(LIST + " names what there is not: " + line);
            }
        }
    }

    private record Line(String theme, String field, boolean wanted, String why) {

        static Line of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (cells.size() != 4 || !List.of("yes", "no").contains(cells.get(2))) {
                throw new IllegalStateException(LIST + " has a line that cannot be read: " + line);
            }
            return new Line(cells.get(0), cells.get(1), cells.get(2).equals("yes"), cells.get(3));
        }

        boolean isFor(String asked) {
            return theme.equals(EVERY_THEME) || asked.equals(theme) || asked.startsWith(theme + ".");
        }
    }

    Completeness of(NeedContent need) {
        List<Missing> missing = new ArrayList<>();
        wanted(need.theme()).forEach((field, why) -> {
            String said = Objects.requireNonNull(FIELDS.get(field)).apply(need);
            if (said == null || said.isBlank()) {
                missing.add(new Missing(field, words(field), why));
            }
        });
        return Completeness.of(missing);
    }

    /** In the order of the list; what comes later overrules what came before. */
    private Map<String, String> wanted(String theme) {
        Map<String, String> wanted = new LinkedHashMap<>();
        lines.stream().filter(line -> line.isFor(theme)).forEach(line -> {
            if (line.wanted()) {
                wanted.put(line.field(), line.why());
            } else {
                wanted.remove(line.field());
            }
        });
        return wanted;
    }

    private static String words(String field) {
        return field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String text() {
        try (InputStream list = WantedFields.class.getResourceAsStream(LIST)) {
            return new String(Objects.requireNonNull(list, LIST).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
