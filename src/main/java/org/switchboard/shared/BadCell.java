package org.switchboard.shared;

/**
 * One cell of an imported file that cannot be taken.
 *
 * @param row line of the table, the heading being row 1
 * @param column its name in the heading; empty where the whole row is meant
 * @param value as it stands in the file, cut to 100 characters
 * @param reason what is wrong and what to do
 */
public record BadCell(long row, String column, String value, String reason) {

    private static final int SHOWN = 100;

    /** JSON pointer into the table, rows counted as in the file. */
    public String pointer() {
        return "/" + row + "/" + column;
    }

    public BadCell {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
