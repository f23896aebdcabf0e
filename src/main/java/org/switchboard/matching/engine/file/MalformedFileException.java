package org.switchboard.matching.engine.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.Serial;
import org.switchboard.matching.engine.InvalidProblemException;

/** Says what is wrong in a file of the exchange format, and where. */
public final class MalformedFileException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Where the parser goes on to speak of its own settings rather than of the file. */
    private static final String OWN_AFFAIRS = "(: enable | \\((for|start marker at) ).*";

    private final String complaint;
    private final String message;
    private final String place;
    private final int line;
    private final int column;

    MalformedFileException(String place, String message, JsonLocation at) {
        this(place, at.getLineNr(), at.getColumnNr(), message);
    }

    private MalformedFileException(String place, int line, int column, String message) {
        super(message);
        this.complaint = place + " (line " + line + ", column " + column + "): " + message;
        this.message = message;
        this.place = place;
        this.line = line;
        this.column = column;
    }

    /** The same complaint about another place. */
    MalformedFileException at(String otherPlace) {
        return new MalformedFileException(otherPlace, line, column, message);
    }

    /** A value that reads well and cannot stand among the others; only the whole file shows it, so no line is known. */
    MalformedFileException(InvalidProblemException cause) {
        super(cause);
        this.complaint = cause.getMessage();
        this.message = cause.getMessage();
        this.place = cause.place();
        this.line = -1;
        this.column = -1;
    }

    static MalformedFileException notJson(String place, JsonProcessingException cause) {
        JsonLocation at = cause.getLocation() == null ? JsonLocation.NA : cause.getLocation();
        String complaint = cause instanceof JsonEOFException
                ? "the file ends too early"
                : cause.getOriginalMessage().replaceFirst(OWN_AFFAIRS, "");
        return new MalformedFileException(place, complaint, at);
    }

    @Override
    public String getMessage() {
        return complaint;
    }

    /** Array, index and field, for example {@code needs[3].cost}; {@code file} for the file as a whole. */
    public String place() {
        return place;
    }

    /** From 1 on; -1 where no single line is to blame. */
    public int line() {
        return line;
    }

    /** From 1 on; -1 where no single line is to blame. */
    public int column() {
        return column;
    }
}
