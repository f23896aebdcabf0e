package org.switchboard.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.switchboard.shared.ProcessTime;

/** Something that the jar does instead of serving. */
public interface Command {

    /** All went well. */
    int DONE = 0;

    /** The work was done and its outcome is a no. */
    int REFUSED = 1;

    /** What was given cannot be worked with. */
    int BAD_INPUT = 2;

    /** @return the exit code */
    int run(PrintStream out, PrintStream err);

    /** The command that these arguments name; none if the service is meant to start: without words, or with options only. */
    static Optional<Command> named(String... arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            return Optional.empty();
        }
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        return switch (arguments[0]) {
            case "solve" ->
                Optional.of(new SolveCommand(rest, Terminal.showsStandardError(), ProcessTime.sinceStart()::getAsLong));
            case "verify" -> Optional.of(new VerifyCommand(rest));
            case "import" -> Optional.of(new ImportCommand(rest));
            default -> Optional.of(new UnknownCommand(arguments[0]));
        };
    }
}
