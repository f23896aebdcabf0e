package org.switchboard.access;

import java.util.Locale;

/** How widely an item may be seen; each level includes those before it. */
public enum Audience {
    /** Only the Committee, its experts and the item's owner. */
    COMMITTEE,
    /** Also every signed-in State and provider. */
    PARTICIPANTS,
    /** Everyone. */
    PUBLIC;

    /** As the database knows it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
