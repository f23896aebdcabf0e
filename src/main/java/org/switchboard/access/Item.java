package org.switchboard.access;

import java.util.UUID;

/** What every stored item tells of itself to those who guard it. */
public interface Item {

    UUID itemId();

    /** As in {@link Owner#key}. */
    String itemOwner();

    /** Whether everyone may see it, so that nobody need know who did. */
    boolean isForEveryone();
}
