package org.switchboard.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row of an imported table. A cell that cannot be read is noted and reads as null, so that all that is
 * wrong with a row comes to light at once.
 */
public final class Cells {

    private final CSVRecord record;
    private final List<BadCell> bad = new ArrayList<>();

    Cells(CSVRecord record) {
        this.record = record;
        if (!record.isConsistent()) {
            bad.add(new BadCell(
                    row(),
                    "",
                    "",
                    "has " + record.size() + " cells, the heading "
                            + record.getParser().getHeaderNames().size()));
        }
    }

    /** Whether nothing stands in it, as in the lines that spreadsheets leave at the end. */
    boolean isBlank() {
        return record.stream().allMatch(String::isEmpty);
    }

    /** Line of the table, the heading being row 1. */
    public long row() {
        return record.getRecordNumber() + 1;
    }

    public boolean has(String column) {
        return record.isSet(column) && !record.get(column).isEmpty();
    }

    /** The text, or null where the cell is empty or the column is not there. */
    public @Nullable String text(String column) {
        if (!has(column)) {
            return null;
        }
        String text = record.get(column);
        if (Texts.canBeKept(text)) {
            return text;
        }
        refuse(column, "must be " + Texts.WANTED);
        return null;
    }

    /** Words separated by spaces; none where the cell is empty. */
    public List<String> list(String column) {
        String text = text(column);
        return text == null ? List.of() : Arrays.asList(text.split("\\s+"));
    }

    public @Nullable BigDecimal number(String column) {
        return read(column, "a number such as 250000 or 1234.50, without separators", BigDecimal::new);
    }

    public @Nullable Integer integer(String column) {
        return read(column, "a whole number", Integer::valueOf);
    }

    public @Nullable LocalDate date(String column) {
        return read(column, Days.WANTED, Days::parse);
    }

    public @Nullable Boolean truth(String column) {
        return read(column, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** One of the words of an enum, in any case. */
    public <E extends Enum<E>> @Nullable E word(String column, Class<E> words) {
        String known = Stream.of(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return read(column, "one of " + known, text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)));
    }

    public void refuse(String column, String reason) {
        bad.add(new BadCell(row(), column, record.isSet(column) ? record.get(column) : "", reason));
    }

    /** All that is wrong with this row so far. */
    public List<BadCell> bad() {
        return List.copyOf(bad);
    }

    private <T> @Nullable T read(String column, String wanted, Function<String, T> reading) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            refuse(column, "must be " + wanted);
            return null;
        }
    }
}
