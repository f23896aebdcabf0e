package org.switchboard.shared;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A file for import that has been read and checked whole, but not stored.
 *
 * @param rows in the file, without its heading
 * @param good the rows that keep all rules, in the order of the file
 * @param bad what is wrong with the others
 * @param sha256 of the file as it was sent, to know it again
 * @param <R> a checked row
 */
public record CheckedFile<R>(int rows, List<R> good, List<BadCell> bad, String sha256) {

    /**
     * Reads and checks a file.
     *
     * @param owner the column that says whose an item is; with the reference it tells items apart, in bad rows too
     * @param check of one row: empty where the row is bad, with the reasons noted on its cells
     * @throws Refusal.Malformed if it is no such table at all
     */
    public static <R> CheckedFile<R> read(
            CsvTable table, InputStream csv, String owner, Function<Cells, Optional<R>> check) {
        List<R> good = new ArrayList<>();
        Map<List<String>, Long> seen = new HashMap<>();
        List<BadCell> bad = new ArrayList<>();
        int[] rows = {0};
        MessageDigest digest = Sha256.digest();
        table.read(new DigestInputStream(csv, digest), cells -> {
            rows[0]++;
            Optional<R> row = check.apply(cells);
            if (isFirst(cells, owner, seen)) {
                row.ifPresent(good::add);
            }
            bad.addAll(cells.bad());
        });
        return new CheckedFile<>(rows[0], good, bad, Sha256.hex(digest));
    }

    private static boolean isFirst(Cells cells, String owner, Map<List<String>, Long> seen) {
        if (!cells.has(owner) || !cells.has("reference")) {
            return true;
        }
        List<String> key = List.of(cells.text(owner), cells.text("reference"));
        Long earlier = seen.putIfAbsent(key, cells.row());
        if (earlier != null) {
            cells.refuse("reference", "stands in row " + earlier + " already, for the same owner");
        }
        return earlier == null;
    }

    /**
     * Notes broken rules in their columns; a cell that could not even be read has its reason already.
     *
     * @param column of the value at a violation's pointer
     */
    public static void refuse(Cells cells, List<Violation> broken, BiFunction<Cells, String, String> column) {
        List<String> unread = cells.bad().stream().map(BadCell::column).toList();
        for (Violation violation : broken) {
            String name = column.apply(cells, violation.pointer());
            if (!unread.contains(name)) {
                cells.refuse(name, isMissing(violation) ? "must not be empty" : violation.message());
            }
        }
    }

    private static boolean isMissing(Violation violation) {
        return violation.code().equals("NotNull")
                || violation.code().equals("NotBlank")
                || violation.code().equals("NotEmpty");
    }

    /**
     * Lets the file pass to be stored.
     *
     * @throws Refusal.RowsRejected in mode {@link ImportMode#ALL} if any row is bad
     */
    public CheckedFile<R> admitted(ImportMode mode) {
        if (mode == ImportMode.ALL && !bad.isEmpty()) {
            throw new Refusal.RowsRejected(
                    String.format(
                            Locale.ROOT,
                            "%d of %d rows cannot be taken, so none was. Mend them, or send the file with"
                                    + " ?mode=skip to take the good rows only.",
                            rows - good.size(),
                            rows),
                    bad);
        }
        return this;
    }

    /** What became of the file once its good rows are stored. */
    public ImportReport report(int created, int changed) {
        return new ImportReport(rows, created, changed, good.size() - created - changed, rows - good.size(), bad);
    }
}
