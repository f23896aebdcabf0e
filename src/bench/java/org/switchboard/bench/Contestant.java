package org.switchboard.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Something that turns a problem file into a plan file, as a process of its own. */
interface Contestant {

    /** Its name in the names of files. */
    String word();

    /** Its name in the table, with what it had less or more of than the others. */
    String title();

    /**
     * The command that starts it.
     *
     * @param folder for its files, and for nobody else's
     */
    List<String> command(Assignment assignment, Path folder);

    /** The bound on level 1 that it has left in its folder; empty if it proves none. */
    OptionalLong bound(Assignment assignment, Path folder) throws IOException;

    /** Where it puts its plan. */
    default Path planFile(Path folder) {
        return folder.resolve("plan.json");
    }

    /** The Java that runs this benchmark runs its contestants. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
