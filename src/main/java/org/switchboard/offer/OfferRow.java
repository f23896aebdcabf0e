package org.switchboard.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;
import org.switchboard.reference.Money;
import org.switchboard.shared.Cells;
import org.switchboard.shared.Contact;
import org.switchboard.shared.CsvTable;

/** One row of an imported file of offers, and how its columns become a provider and an {@link OfferContent}. */
@NullUnmarked
record OfferRow(long row, CreateProvider provider, OfferContent content) {

    private static final Set<String> REQUIRED =
            Set.of("reference", "provider", "provider_name", "provider_type", "title", "languages", "from", "to");

    private static final Set<String> OPTIONAL = Set.of(
            "themes",
            "kinds",
            "stages",
            "regions",
            "states",
            "excluded_states",
            "budget_usd",
            "floor_usd",
            "ceiling_usd",
            "per_state_cap_usd",
            "currency",
            "budget",
            "floor",
            "ceiling",
            "per_state_cap",
            "max_needs",
            "audience",
            "funding",
            "criteria",
            "programme",
            "standing",
            "due_diligence_required",
            "contact_office",
            "contact_email",
            "contact_phone",
            "contact_website");

    private static final List<String> PLAIN_MONEY = List.of("currency", "floor", "ceiling", "per_state_cap");
    private static final List<String> DOLLAR_MONEY =
            List.of("budget_usd", "floor_usd", "ceiling_usd", "per_state_cap_usd");

    static final CsvTable TABLE = new CsvTable(
            REQUIRED, Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).collect(Collectors.toUnmodifiableSet()));

    private static final Map<String, String> COLUMNS = Map.of(
            "code", "provider",
            "name", "provider_name",
            "type", "provider_type",
            "excludedStates", "excluded_states",
            "maxNeeds", "max_needs",
            "dueDiligenceRequired", "due_diligence_required");

    /** Reads what is there; what cannot be read is noted on the cells. */
    static OfferRow read(Cells cells) {
        ProviderContent provider = new ProviderContent(
                cells.text("provider_name"),
                cells.word("provider_type", ProviderType.class),
                false,
                null,
                null,
                null,
                cells.word("audience", Audience.class));
        OfferContent content = new OfferContent(
                cells.text("reference"),
                cells.text("title"),
                cells.text("criteria"),
                contact(cells),
                cells.word("programme", Programme.class),
                cells.word("standing", Standing.class),
                cells.word("funding", Funding.class),
                cells.list("themes"),
                cells.list("kinds"),
                cells.list("stages"),
                cells.list("regions"),
                cells.list("states"),
                cells.list("excluded_states"),
                money(cells),
                cells.integer("max_needs"),
                cells.list("languages"),
                cells.date("from"),
                cells.date("to"),
                cells.truth("due_diligence_required"),
                cells.word("audience", Audience.class));
        return new OfferRow(cells.row(), new CreateProvider(cells.text("provider"), provider), content);
    }

    private static Contact contact(Cells cells) {
        Contact contact = new Contact(
                cells.text("contact_office"),
                cells.text("contact_email"),
                cells.text("contact_phone"),
                cells.text("contact_website"));
        return contact.equals(new Contact(null, null, null, null)) ? null : contact;
    }

    /** The column in which the value at this place of a provider or offer stands. */
    static String column(Cells cells, String pointer) {
        List<String> steps = List.of(pointer.substring(1).split("/"));
        String last = steps.get(steps.size() - 1);
        return switch (steps.get(0)) {
            case "money" -> moneyColumn(cells, steps.size() == 1 ? "budget" : last);
            case "contact" -> "contact_" + last;
            case "provider" -> COLUMNS.getOrDefault(last, last);
            default -> COLUMNS.getOrDefault(steps.get(0), steps.get(0));
        };
    }

    private static String moneyColumn(Cells cells, String part) {
        if (part.equals("currency")) {
            return part;
        }
        String plain = part.equals("perStateCap") ? "per_state_cap" : part;
        return isInDollars(cells) ? plain + "_usd" : plain;
    }

    private static boolean isInDollars(Cells cells) {
        return !cells.has("budget");
    }

    private static OfferMoney money(Cells cells) {
        boolean dollars = isInDollars(cells);
        List<String> strays = (dollars ? PLAIN_MONEY : DOLLAR_MONEY)
                .stream().filter(cells::has).toList();
        strays.forEach(column -> cells.refuse(
                column,
                dollars
                        ? "must be empty where the money is given in columns that end in _usd"
                        : "must be empty where budget and currency are given"));
        String unit = dollars ? "_usd" : "";
        BigDecimal budget = cells.number("budget" + unit);
        if (budget == null) {
            return null;
        }
        return new OfferMoney(
                dollars ? Money.DOLLARS : cells.text("currency"),
                budget,
                cells.number("floor" + unit),
                cells.number("ceiling" + unit),
                cells.number("per_state_cap" + unit));
    }
}
