package org.switchboard.reference;

import java.util.Locale;

/** The three levels of the M49 geography, the widest first. */
public enum RegionLevel {
    REGION,
    SUBREGION,
    INTERMEDIATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
