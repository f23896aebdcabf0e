package org.switchboard.cli;

import java.io.PrintStream;

/** A word that is no command: rather an error than a service that nobody meant to start. */
record UnknownCommand(String word) implements Command {

    @Override
    public int run(PrintStream out, PrintStream err) {
        err.println("'" + word
                + "' is no command. Known are: solve, verify, import. Without a command, the service starts.");
        return BAD_INPUT;
    }
}
