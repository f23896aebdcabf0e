package org.switchboard.need;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;
import org.switchboard.reference.Money;
import org.switchboard.shared.Cells;
import org.switchboard.shared.CsvTable;

/** One row of an imported file of needs, and how its columns become a {@link NeedContent}. */
@NullUnmarked
record NeedRow(long row, String state, NeedContent content) {

    static final CsvTable TABLE = new CsvTable(
            Set.of("reference", "state", "theme", "stage", "kind", "title", "from", "to"),
            Set.of(
                    "reference",
                    "state",
                    "theme",
                    "stage",
                    "kind",
                    "title",
                    "cost_usd",
                    "cost",
                    "currency",
                    "cost_basis",
                    "tranches",
                    "partial_ok",
                    "priority",
                    "languages",
                    "from",
                    "to",
                    "audience",
                    "matching",
                    "released_to",
                    "blocked_providers",
                    "objective",
                    "current_situation",
                    "expected_outcome",
                    "beneficiary_institution",
                    "help_received_or_sought",
                    "national_rank",
                    "human_rights",
                    "gender",
                    "source"));

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("costBasis", "cost_basis"),
            Map.entry("partialOk", "partial_ok"),
            Map.entry("nationalRank", "national_rank"),
            Map.entry("releasedTo", "released_to"),
            Map.entry("blockedProviders", "blocked_providers"),
            Map.entry("currentSituation", "current_situation"),
            Map.entry("expectedOutcome", "expected_outcome"),
            Map.entry("beneficiaryInstitution", "beneficiary_institution"),
            Map.entry("helpReceivedOrSought", "help_received_or_sought"),
            Map.entry("humanRights", "human_rights"));

    /** Reads what is there; what cannot be read is noted on the cells. */
    static NeedRow read(Cells cells) {
        NeedContent content = new NeedContent(
                cells.text("reference"),
                cells.text("theme"),
                cells.text("stage"),
                cells.text("kind"),
                cells.text("title"),
                cells.text("objective"),
                cells.text("current_situation"),
                cells.text("expected_outcome"),
                cells.text("beneficiary_institution"),
                cells.text("help_received_or_sought"),
                cost(cells),
                cells.text("cost_basis"),
                cells.integer("tranches"),
                cells.truth("partial_ok"),
                cells.word("priority", Priority.class),
                cells.integer("national_rank"),
                cells.list("languages"),
                cells.date("from"),
                cells.date("to"),
                cells.word("audience", Audience.class),
                cells.word("matching", Matching.class),
                cells.list("released_to"),
                cells.list("blocked_providers"),
                cells.truth("human_rights"),
                cells.truth("gender"),
                cells.text("source"));
        return new NeedRow(cells.row(), cells.text("state"), content);
    }

    /** The column in which the value at this place of a {@link NeedContent} stands. */
    static String column(Cells cells, String pointer) {
        List<String> steps = List.of(pointer.substring(1).split("/"));
        if (steps.get(0).equals("cost")) {
            if (!cells.has("cost")) {
                return "cost_usd";
            }
            return steps.contains("currency") ? "currency" : "cost";
        }
        return COLUMNS.getOrDefault(steps.get(0), steps.get(0));
    }

    private static Money cost(Cells cells) {
        if (cells.has("cost_usd") && (cells.has("cost") || cells.has("currency"))) {
            cells.refuse("cost_usd", "must be empty where cost and currency are given");
        }
        if (cells.has("cost")) {
            return money(cells.number("cost"), cells.text("currency"));
        }
        return money(cells.number("cost_usd"), Money.DOLLARS);
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : new Money(amount, currency);
    }
}
