package org.switchboard.need;

import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.shared.Refusal;

/** What must have been settled elsewhere before a need is shown to providers. */
public interface Clearance {

    /** @throws Refusal.Conflict if the need may not be opened yet, saying what is to be done first */
    void require(Reader reader, UUID need);
}
