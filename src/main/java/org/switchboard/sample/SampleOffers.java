package org.switchboard.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;
import org.switchboard.reference.Region;
import org.switchboard.shared.CsvText;

/** Offers of the sample, as a file for import. No provider in it exists; their kinds do. */
final class SampleOffers {

    private static final int OFFERS = 80;
    private static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es", "pt");

    private final ReferenceData reference;
    private final LocalDate today;
    private final Draw draw;

    SampleOffers(ReferenceData reference, LocalDate today, Draw draw) {
        this.reference = reference;
        this.today = today;
        this.draw = draw;
    }

    private record Provider(String code, String name, String type, String funding) {}

    String file() {
        CsvText file = new CsvText(List.of(
                "reference",
                "provider",
                "provider_name",
                "provider_type",
                "title",
                "themes",
                "kinds",
                "regions",
                "budget_usd",
                "floor_usd",
                "ceiling_usd",
                "max_needs",
                "per_state_cap_usd",
                "languages",
                "from",
                "to",
                "audience",
                "funding",
                "contact_office",
                "contact_email"));
        List<Provider> providers = providers();
        for (int number = 1; number <= OFFERS; number++) {
            add(file, number, draw.of(providers));
        }
        return file.toString();
    }

    private static List<Provider> providers() {
        Stream<Provider> states = numbered(12, "SAMPLE-DONOR-", "Sample donor State", "STATE", "DIRECT");
        Stream<Provider> international =
                numbered(6, "SAMPLE-INTL-", "Sample international organization", "ORGANIZATION", "FUND");
        Stream<Provider> regional =
                numbered(4, "SAMPLE-REG-", "Sample regional organization", "REGIONAL_ORGANIZATION", "FUND");
        return Stream.of(states, international, regional).flatMap(kind -> kind).toList();
    }

    private static Stream<Provider> numbered(int count, String code, String name, String type, String funding) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Provider(code + number, name + " " + number, type, funding));
    }

    private void add(CsvText file, int number, Provider provider) {
        List<SampleTheme> areas = draw.some(List.of(SampleTheme.values()), 2 + draw.below(4));
        List<Region> places = draw.some(
                reference.regions(Language.EN).stream()
                        .filter(region -> !region.code().equals("150"))
                        .toList(),
                1 + draw.below(4));
        long budget = draw.dollars(600_000, 9_000_000);
        LocalDate from = today.withDayOfMonth(1).plusMonths(draw.below(6));
        file.add(
                String.format(Locale.ROOT, "SAMPLE-%02d", number),
                provider.code(),
                provider.name(),
                provider.type(),
                "Programme on " + areas.get(0).subject(),
                words(areas.stream().map(Enum::name)),
                draw.oneIn(3)
                        ? ""
                        : words(draw.some(reference.kinds(Language.EN), 6).stream()
                                .map(kind -> kind.code())),
                draw.oneIn(5) ? "" : words(places.stream().map(Region::code)),
                budget,
                draw.of(List.of(0, 10_000, 25_000)),
                Math.max(150_000, budget / (2 + draw.below(4))),
                4 + draw.below(16),
                Math.max(200_000, budget / (1 + draw.below(3))),
                words(draw.some(LANGUAGES, 2 + draw.below(3)).stream()),
                from,
                from.plusYears(2).minusDays(1),
                draw.of(List.of("public", "participants")),
                provider.funding(),
                "Programme Office",
                "programmes@" + provider.code().toLowerCase(Locale.ROOT) + ".example");
    }

    private static String words(Stream<String> codes) {
        return String.join(" ", codes.toList());
    }
}
