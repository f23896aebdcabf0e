package org.switchboard.matching;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.switchboard.access.Audience;
import org.switchboard.offer.Funding;
import org.switchboard.offer.OfferContent;
import org.switchboard.offer.OfferDollars;
import org.switchboard.offer.OfferMoney;
import org.switchboard.offer.OfferStatus;
import org.switchboard.offer.OfferView;
import org.switchboard.offer.Programme;
import org.switchboard.offer.Standing;
import org.switchboard.reference.Money;

/** A stored offer in the making, for tests: what a test does not say is generous and shuts nobody out. */
final class OfferDraft {

    private final String provider;
    private final String reference;
    private List<String> themes = List.of();
    private List<String> kinds = List.of();
    private List<String> stages = List.of();
    private List<String> regions = List.of();
    private List<String> states = List.of();
    private List<String> excluded = List.of();
    private OfferDollars dollars = new OfferDollars(1_000_000, 0, 1_000_000, 1_000_000, null);
    private int maxNeeds = 100;
    private List<String> languages = List.of("en");
    private LocalDate from = LocalDate.of(2027, 1, 1);
    private LocalDate to = LocalDate.of(2027, 12, 31);
    private boolean dueDiligence;
    private OfferStatus status = OfferStatus.ACTIVE;
    private Standing standing = Standing.FUNDED;

    private OfferDraft(String provider, String reference) {
        this.provider = provider;
        this.reference = reference;
    }

    static OfferDraft of(String provider, String reference) {
        return new OfferDraft(provider, reference);
    }

    /** As a file brought it in. */
    static OfferDraft of(String provider, OfferContent content, OfferDollars dollars) {
        return of(provider, content.reference())
                .themes(content.themes())
                .kinds(content.kinds())
                .stages(content.stages())
                .places(content.regions(), content.states())
                .excluding(content.excludedStates())
                .dollars(dollars)
                .maxNeeds(content.maxNeeds())
                .languages(content.languages())
                .period(content.from(), content.to());
    }

    OfferDraft themes(List<String> codes) {
        themes = codes;
        return this;
    }

    OfferDraft kinds(List<String> codes) {
        kinds = codes;
        return this;
    }

    OfferDraft stages(List<String> codes) {
        stages = codes;
        return this;
    }

    OfferDraft places(List<String> m49, List<String> iso3) {
        regions = m49;
        states = iso3;
        return this;
    }

    OfferDraft excluding(List<String> iso3) {
        excluded = iso3;
        return this;
    }

    OfferDraft dollars(OfferDollars money) {
        dollars = money;
        return this;
    }

    OfferDraft money(long budget, long floor, long ceiling, long perStateCap) {
        return dollars(new OfferDollars(budget, floor, ceiling, perStateCap, null));
    }

    OfferDollars dollars() {
        return dollars;
    }

    OfferDraft maxNeeds(int count) {
        maxNeeds = count;
        return this;
    }

    OfferDraft languages(List<String> tags) {
        languages = tags;
        return this;
    }

    OfferDraft period(LocalDate first, LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    OfferDraft requiringDueDiligence() {
        dueDiligence = true;
        return this;
    }

    OfferDraft status(OfferStatus present) {
        status = present;
        return this;
    }

    OfferDraft potential() {
        standing = Standing.POTENTIAL;
        return this;
    }

    OfferView view() {
        OfferContent content = new OfferContent(
                reference,
                "Offer " + reference,
                null,
                null,
                Programme.EXISTING,
                standing,
                Funding.DIRECT,
                themes,
                kinds,
                stages,
                regions,
                states,
                excluded,
                new OfferMoney(
                        Money.DOLLARS,
                        BigDecimal.valueOf(dollars.budgetUsd()),
                        BigDecimal.valueOf(dollars.floorUsd()),
                        BigDecimal.valueOf(dollars.ceilingUsd()),
                        BigDecimal.valueOf(dollars.perStateCapUsd())),
                maxNeeds,
                languages,
                from,
                to,
                dueDiligence,
                Audience.PARTICIPANTS);
        UUID id = UUID.nameUUIDFromBytes((provider + " " + reference).getBytes(StandardCharsets.UTF_8));
        return new OfferView(id, 0, provider, status, Instant.EPOCH, false, content, dollars);
    }
}
