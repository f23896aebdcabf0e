package org.switchboard.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;

/** The face of the minutes: who decided what in a period, with their words, and what came of it. */
@ApplicationScoped
public class Minutes {

    private final MinutesQuery query;

    Minutes(MinutesQuery query) {
        this.query = query;
    }

    /** @throws org.switchboard.shared.Refusal.NotAllowed unless the reader is of the experts or the Committee */
    MinutesView view(Reader reader, Period period) {
        Rights.requireConfidant(reader);
        List<MinutesView.Matter> matters = query.matters(reader, period);
        return new MinutesView(
                period.from(), period.to(), matters.stream().anyMatch(MinutesView.Matter::sample), matters);
    }
}
