package org.switchboard.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.switchboard.access.Reader;
import org.switchboard.need.NeedView;
import org.switchboard.need.Needs;
import org.switchboard.offer.OfferView;
import org.switchboard.offer.Offers;
import org.switchboard.offer.Providers;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The rules for what people ask of a run that go beyond the shape of single fields. */
@ApplicationScoped
class RunRules {

    private final RunRepository stored;
    private final Policies policies;
    private final Needs needs;
    private final Offers offers;
    private final Providers providers;
    private final Commitments commitments;
    private final int longestSeconds;

    RunRules(
            RunRepository stored,
            Policies policies,
            Needs needs,
            Offers offers,
            Providers providers,
            Commitments commitments,
            @ConfigProperty(name = "switchboard.runs.longest-seconds") int longestSeconds) {
        this.stored = stored;
        this.policies = policies;
        this.needs = needs;
        this.offers = offers;
        this.providers = providers;
        this.commitments = commitments;
        this.longestSeconds = longestSeconds;
    }

    /**
     * A run that keeps the rules.
     *
     * @param limitSeconds after how long it ends in any case
     * @param extraOffers that it supposes, each with an id of its own
     * @param sample whether it names items of the sample, or starts from a plan that holds some
     */
    record Sound(int policy, int limitSeconds, List<OfferView> extraOffers, boolean sample) {}

    /** @throws Refusal.RulesBroken naming every rule that is broken */
    Sound sound(Reader reader, CreateRun asked) {
        List<Violation> broken = new ArrayList<>();
        int limitSeconds = limitSeconds(broken, asked);
        int policy = policy(broken, reader, asked);
        Optional<RunEntity> start = start(broken, reader, asked);
        RunCheck.Known known = known(reader, asked);
        broken.addAll(new RunCheck(
                        asked,
                        known,
                        commitments.standing(reader).pins(),
                        start.map(stored::planRows).orElse(List.of()))
                .broken());
        List<OfferView> extraOffers = extraOffers(broken, reader, asked, known.providers());
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
        boolean sample = start.map(run -> run.sample).orElse(false)
                || known.needs().values().stream().anyMatch(NeedView::sample)
                || known.offers().values().stream().anyMatch(OfferView::sample);
        return new Sound(policy, limitSeconds, extraOffers, sample);
    }

    private int limitSeconds(List<Violation> broken, CreateRun asked) {
        int seconds = asked.seconds(longestSeconds);
        if (seconds > longestSeconds) {
            broken.add(new Violation(
                    "/limitSeconds",
                    "Max",
                    "must be less than or equal to " + longestSeconds + ", the longest that this service allows"));
        }
        return seconds;
    }

    private int policy(List<Violation> broken, Reader reader, CreateRun asked) {
        Integer ofRun = asked.policy();
        Integer ofWhatIf = asked.whatIf() == null ? null : asked.whatIf().policy();
        if (ofRun != null && ofWhatIf != null && !ofRun.equals(ofWhatIf)) {
            broken.add(new Violation("/whatIf/policy", "Once", "is not the version that policy names; say it once"));
        }
        String place = ofWhatIf == null ? "/policy" : "/whatIf/policy";
        Integer version = ofWhatIf == null ? ofRun : ofWhatIf;
        if (version == null) {
            return policies.current(reader).version();
        }
        try {
            return policies.get(reader, version).version();
        } catch (Refusal.NotFound none) {
            broken.add(new Violation(
                    place, "KnownPolicy", "there is no version " + version + "; they are at /api/v1/policies"));
            return version;
        }
    }

    /** The run whose plan is started from, if any. */
    private Optional<RunEntity> start(List<Violation> broken, Reader reader, CreateRun asked) {
        UUID id = asked.startFrom();
        if (id == null) {
            startIsMissing(broken, asked);
            return Optional.empty();
        }
        Optional<RunEntity> start = stored.run(reader, id);
        if (start.isEmpty()) {
            broken.add(new Violation("/startFrom", "KnownRun", "is no run that you may see"));
        } else if (!start.get().hasPlan()) {
            broken.add(new Violation("/startFrom", "HasPlan", "has no plan"));
        } else if (start.get().whatIf && asked.whatIf() == null) {
            broken.add(new Violation(
                    "/startFrom", "WhatIf", "is a what-if run; only what-if runs can start from its plan"));
        }
        return start.filter(RunEntity::hasPlan);
    }

    private static void startIsMissing(List<Violation> broken, CreateRun asked) {
        if (!asked.lockedOffers().isEmpty()) {
            broken.add(new Violation(
                    "/lockedOffers", "StartFrom", "keep their rows of a plan: name its run in startFrom"));
        }
        if (asked.mostChangedRows() != null) {
            broken.add(new Violation("/mostChangedRows", "StartFrom", "counts from a plan: name its run in startFrom"));
        }
    }

    private RunCheck.Known known(Reader reader, CreateRun asked) {
        Set<UUID> namedNeeds = Stream.of(
                        asked.pins().stream().map(Pin::need),
                        asked.leftAlone().stream(),
                        asked.bans().stream().map(Ban::need))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        Set<UUID> namedOffers = Stream.of(
                        asked.pins().stream().map(Pin::offer),
                        asked.bans().stream().map(Ban::offer).filter(id -> id != null),
                        asked.lockedOffers().stream(),
                        budgets(asked).stream().map(WhatIf.Budget::offer))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        Set<String> namedProviders = Stream.concat(
                        asked.bans().stream().map(Ban::provider).filter(code -> code != null),
                        extraOffers(asked).stream().map(WhatIf.ExtraOffer::provider))
                .collect(Collectors.toSet());
        return new RunCheck.Known(
                needs.of(reader, namedNeeds),
                offers.of(reader, namedOffers),
                providers.of(reader, namedProviders).keySet());
    }

    private List<OfferView> extraOffers(
            List<Violation> broken, Reader reader, CreateRun asked, Set<String> knownProviders) {
        List<OfferView> supposed = new ArrayList<>();
        for (int i = 0; i < extraOffers(asked).size(); i++) {
            WhatIf.ExtraOffer extra = extraOffers(asked).get(i);
            String place = "/whatIf/extraOffers/" + i;
            if (!knownProviders.contains(extra.provider())) {
                broken.add(new Violation(place + "/provider", "KnownProvider", "is no provider that you may see"));
                continue;
            }
            try {
                supposed.add(offers.suppose(reader, extra.provider(), extra.offer()));
            } catch (Refusal.RulesBroken wrong) {
                wrong.violations().forEach(violation -> broken.add(violation.under(place + "/offer")));
            }
        }
        return supposed;
    }

    private static List<WhatIf.Budget> budgets(CreateRun asked) {
        return asked.whatIf() == null ? List.of() : asked.whatIf().budgets();
    }

    private static List<WhatIf.ExtraOffer> extraOffers(CreateRun asked) {
        return asked.whatIf() == null ? List.of() : asked.whatIf().extraOffers();
    }
}
