package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.bound.BoundSearch;
import org.switchboard.matching.engine.bound.Certificate;
import org.switchboard.matching.engine.bound.Relaxation;

/** The prices that prove the bound of a run. They are found anew from its problem, by the same rounds each time. */
@ApplicationScoped
class RunCertificates {

    private static final int ROUNDS_OF_PRICES = 100;

    /**
     * A certificate for the problem of a run; the same each time.
     *
     * @param run that was found before
     */
    Certificate of(RunEntity run, OpenProblem open) {
        BoundSearch bound =
                new BoundSearch(open, new Relaxation(open).solve(ROUNDS_OF_PRICES), () -> 0, Long.MAX_VALUE);
        bound.run();
        return bound.certificate();
    }
}
