package org.switchboard.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.switchboard.database.CommandLine.Outcome;

/** The data directory of the embedded PostgreSQL: made, checked against the programs, given its settings. */
record Cluster(DatabaseFolder folder, CommandLine commands, Password password) {

    private static final String SETTINGS = "switchboard.conf";

    /** Makes the data directory if there is none; an existing one must be of the programs' version and our user's. */
    void prepare() {
        try {
            if (Files.exists(folder.data())) {
                folder.requireOwnData();
                requireSameVersion();
            } else {
                create();
            }
        } catch (IOException problem) {
            throw new DatabaseUnusable(
                    "The database in " + folder.data() + " cannot be prepared: " + problem + freeSpace(), problem);
        }
    }

    private void requireSameVersion() throws IOException {
        String programs = commands.run("postgres", "--version").output().replaceAll("^\\D*(\\d+).*", "$1");
        Path file = folder.data().resolve("PG_VERSION");
        String data = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        if (!data.equals(programs)) {
            throw new DatabaseUnusable("The database in " + folder.data() + " was made by PostgreSQL " + data
                    + ", and this Switchboard brings PostgreSQL " + programs
                    + ", which cannot read it. Start the Switchboard that made it, take a copy with pg_dump, start this "
                    + "one on an empty folder (switchboard.database.folder) and load the copy with psql.");
        }
    }

    /** Works beside the goal and renames at the end: a process killed meanwhile leaves no half of a database behind. */
    private void create() throws IOException {
        Path unfinished = folder.root().resolve("postgres.new");
        DatabaseFolder.delete(unfinished);
        List<String> options = new ArrayList<>(List.of("--pgdata=" + unfinished));
        options.addAll(List.of("--username=" + Connector.SUPERUSER, "--pwfile=" + password.file()));
        options.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"));
        // sorting by code point is the same on every system and release, so that no upgrade corrupts an index
        options.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        options.addAll(OperatingSystem.current().localeOptions());
        Outcome outcome = commands.run("initdb", options);
        if (!outcome.successful()) {
            throw new DatabaseUnusable("The database could not be made in " + folder.root() + freeSpace()
                    + ". PostgreSQL's initdb says:\n" + lastLines(outcome.output()));
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"), "\ninclude '" + SETTINGS + "'\n", StandardOpenOption.APPEND);
        Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        DatabaseFolder.sync(folder.root());
    }

    /** Written before every start, so that an old folder gets what this release wants. */
    void writeSettings(int port) throws IOException {
        Files.writeString(folder.data().resolve(SETTINGS), """
                # Written by Switchboard at every start; changes here are lost.
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                # a file a weekday, overwritten a week later: the log stays small without anyone's care
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_rotation_size = 0
                """.formatted(
                        Connector.HOST, port, folder.logs().toString().replace("'", "''")));
    }

    String freeSpace() {
        return " (" + folder.freeMegabytes() + " MB free)";
    }

    private static String lastLines(String output) {
        List<String> lines = output.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - DatabaseFolder.LAST_LINES), lines.size()));
    }
}
