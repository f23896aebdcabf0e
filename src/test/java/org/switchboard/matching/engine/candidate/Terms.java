package org.switchboard.matching.engine.candidate;

import java.time.LocalDate;
import org.switchboard.matching.engine.Ids;

/** A need and an offer that keep every rule, to be changed one term at a time. */
final class Terms {

    static final LocalDate START = LocalDate.of(2030, 1, 1);

    private Terms() {}

    static Need need() {
        return new Need();
    }

    static Offer offer() {
        return new Offer();
    }

    static final class Need {
        int state = 1;
        Ids regions = Ids.of(10, 11);
        int theme = 20;
        Integer subTheme;
        int kind = 30;
        int stage = 40;
        long cost = 400;
        int parts = 4;
        Ids languages = Ids.of(50, 51);
        LocalDate from = START;
        LocalDate to = START.plusDays(99);
        Ids blocked = Ids.none();
        boolean open = true;
        Release release = new Release.ToAnyProvider();
        boolean dueDiligence;
        Ids findings = Ids.none();

        NeedTerms terms() {
            return new NeedTerms(
                    state,
                    regions,
                    theme,
                    subTheme,
                    kind,
                    stage,
                    cost,
                    parts,
                    languages,
                    from,
                    to,
                    blocked,
                    open,
                    release,
                    dueDiligence,
                    findings);
        }
    }

    static final class Offer {
        int provider = 60;
        Ids themes = Ids.of(20);
        Ids kinds = Ids.of(30);
        Ids regions = Ids.of(10);
        Ids states = Ids.none();
        Ids excluded = Ids.none();
        Ids languages = Ids.of(50, 51);
        LocalDate from = START;
        LocalDate to = START.plusDays(99);
        long budget = 1_000;
        long floor = 0;
        long ceiling = 1_000;
        long cap = 1_000;
        boolean active = true;
        boolean dueDiligence;
        Ids preferred = Ids.none();

        OfferTerms terms() {
            return new OfferTerms(
                    provider,
                    themes,
                    kinds,
                    regions,
                    states,
                    excluded,
                    languages,
                    from,
                    to,
                    budget,
                    floor,
                    ceiling,
                    cap,
                    active,
                    dueDiligence,
                    preferred);
        }
    }
}
