package org.switchboard.database;

import java.util.List;
import java.util.Locale;

/** What differs between the systems on which PostgreSQL is run. */
enum OperatingSystem {
    /** {@code C.UTF-8} is in every current C library here, and classifies letters of all scripts. */
    LINUX("Linux", "", "--locale=C.UTF-8"),
    MAC("Darwin", "", ""),
    WINDOWS("Windows", ".exe", "");

    private final String archiveName;
    private final String programSuffix;
    private final String localeOption;

    OperatingSystem(String archiveName, String programSuffix, String localeOption) {
        this.archiveName = archiveName;
        this.programSuffix = programSuffix;
        this.localeOption = localeOption;
    }

    static OperatingSystem current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("windows")) {
            return WINDOWS;
        }
        return name.contains("mac") ? MAC : LINUX;
    }

    String archiveName() {
        return archiveName;
    }

    String executable(String program) {
        return program + programSuffix;
    }

    /** Options of {@code initdb} for the language of the operating system. */
    List<String> localeOptions() {
        return localeOption.isEmpty() ? List.of() : List.of(localeOption);
    }
}
