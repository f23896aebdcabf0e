package org.switchboard.authorization;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchboard.access.Assignment;
import org.switchboard.access.Person;
import org.switchboard.access.Reader;
import org.switchboard.authorization.Items.Item;
import org.switchboard.need.NeedContent;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.Needs;
import org.switchboard.need.RequestContent;
import org.switchboard.need.Requests;
import org.switchboard.need.Verification;
import org.switchboard.offer.CreateProvider;
import org.switchboard.offer.OfferContent;
import org.switchboard.offer.OfferStatus;
import org.switchboard.offer.Offers;
import org.switchboard.offer.ProviderContent;
import org.switchboard.offer.Providers;
import org.switchboard.review.Consent;
import org.switchboard.review.Consents;
import org.switchboard.review.CreateDeliveryReport;
import org.switchboard.review.CreateFeedback;
import org.switchboard.review.CreateFinding;
import org.switchboard.review.CreatePayment;
import org.switchboard.review.CreateReviewPolicy;
import org.switchboard.review.CreateYearAnswer;
import org.switchboard.review.Deliveries;
import org.switchboard.review.Findings;
import org.switchboard.review.Milestones;
import org.switchboard.review.NoObjection;
import org.switchboard.review.PaymentKind;
import org.switchboard.review.Proposals;
import org.switchboard.review.PutForward;
import org.switchboard.review.PuttingForward;
import org.switchboard.review.ReviewPolicies;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;
import org.switchboard.testing.StoredProposal;

/**
 * The faces keep their rules themselves, whoever calls them: what a resource lets in by role is asked once more. Over HTTP the
 * first of the two answers, and one that is gone would not be missed.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class FacesTest {

    private static final Reader OWN_FOCAL_POINT = Asker.OWN_FOCAL_POINT.reader();
    private static final Reader OWN_PROVIDER = Asker.OWN_PROVIDER.reader();
    private static final Reader EXPERT = Asker.EXPERT.reader();
    private static final Reader MEMBER = Asker.COMMITTEE.reader();

    /** A version that nothing has: who may not do a thing is told so, and not that it is late. */
    private static final int ANY = 99;

    @Inject
    Needs needs;

    @Inject
    Requests requests;

    @Inject
    Offers offers;

    @Inject
    Providers providers;

    @Inject
    Proposals proposals;

    @Inject
    PuttingForward puttingForward;

    @Inject
    NoObjection noObjection;

    @Inject
    Consents consents;

    @Inject
    Deliveries deliveries;

    @Inject
    Findings findings;

    @Inject
    ReviewPolicies policies;

    @Inject
    ObjectMapper json;

    @Inject
    EntityManager database;

    @AfterAll
    static void leaveNothingThatPlansHold() {
        StoredProposal.forget();
    }

    @BeforeEach
    void prepare() {
        Items.providers();
    }

    static Stream<Reader> strangers() {
        return Stream.of(
                Reader.everyone(),
                Asker.OTHER_FOCAL_POINT.reader(),
                Asker.OTHER_PROVIDER.reader(),
                MEMBER,
                Asker.ADMINISTRATOR.reader());
    }

    static Stream<Reader> allButExperts() {
        return Stream.concat(Stream.of(OWN_FOCAL_POINT, OWN_PROVIDER), strangers());
    }

    @ParameterizedTest
    @MethodSource("allButExperts")
    void whatIsForTheExpertsIsForNobodyElse(Reader reader) {
        UUID need = UUID.fromString(
                Items.need(Asker.States.OWN, "PUBLIC", "SUBMITTED").id());
        refused(() -> needs.open(reader, List.of()));
        refused(() -> needs.of(reader, List.of(need)));
        refused(() -> offers.active(reader, List.of()));
        refused(() -> offers.of(reader, List.of()));
        refused(() -> needs.verify(reader, need, 0, as(Body.reason("x").with("priority", "HIGH"), Verification.class)));
        refused(() -> needs.move(reader, need, 0, NeedStatus.ACKNOWLEDGED, "x"));
        refused(() -> needs.move(reader, need, 0, NeedStatus.RETURNED, "x"));
        UUID acknowledged = UUID.fromString(
                Items.need(Asker.States.OWN, "PUBLIC", "ACKNOWLEDGED").id());
        refused(() -> needs.move(reader, acknowledged, 0, NeedStatus.OPEN, "x"));
        UUID registered = UUID.fromString(
                Items.offer(Asker.Codes.OWN, "PUBLIC", "REGISTERED").id());
        refused(() -> offers.move(reader, registered, 0, OfferStatus.ACTIVE, "x"));
        refused(() -> providers.create(reader, as(Body.provider(Api.unique("F")), CreateProvider.class)));
        refused(() -> puttingForward.plan(reader, need, as(Body.reason("x"), PutForward.class)));
        refused(() -> puttingForward.add(reader, new PutForward.AddedRow(need, need, 1, "x")));
        refused(() -> puttingForward.alternatives(reader, need, 1));
        refused(() -> puttingForward.nextBest(reader, need));
        refused(() -> findings.add(reader, new CreateFinding(need, Asker.Codes.OWN, true, "x")));
        refused(() -> policies.create(reader, new CreateReviewPolicy("x", null)));
        if (!reader.isConfidant()) {
            refused(() -> findings.list(reader, null));
        }
    }

    /** Who puts forward holds up all others who do: nobody comes so far who may not. */
    @ParameterizedTest
    @MethodSource("allButExperts")
    void whoMayNotPutForwardHoldsUpNobody(Reader reader) {
        UUID none = UUID.randomUUID();
        PutForward.AddedRow row = new PutForward.AddedRow(none, none, 1, "x");
        assertTrue(holdsUpOthers(() -> assertThrows(Refusal.NotFound.class, () -> puttingForward.add(EXPERT, row))));
        assertFalse(holdsUpOthers(() -> refused(() -> puttingForward.add(reader, row))));
        assertFalse(holdsUpOthers(() -> refused(() -> puttingForward.nextBest(reader, none))));
    }

    /** By a lock that the transaction takes, and keeps to its end. */
    private boolean holdsUpOthers(Runnable asked) {
        QuarkusTransaction.begin();
        try {
            asked.run();
            return (boolean) database.createNativeQuery(
                            "select exists (select 1 from pg_locks where locktype = 'advisory'"
                                    + " and pid = pg_backend_pid())",
                            Boolean.class)
                    .getSingleResult();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void nobodyWritesForAnother(Reader reader) {
        Item need = Items.need(Asker.States.THIRD, "PUBLIC", "RETURNED");
        Item request = Items.request(Asker.States.THIRD, "PUBLIC");
        Item offer = Items.offer(Asker.Codes.THIRD, "PUBLIC", "ACTIVE");
        Body requestContent = Body.requestContent(request.reference()).with("audience", "PUBLIC");
        Body provider =
                Body.empty().with("name", "x").with("type", "ORGANIZATION").with("audience", "PUBLIC");
        refused(() -> needs.change(reader, id(need), 0, as(Items.content(need), NeedContent.class)));
        refused(() -> needs.move(reader, id(need), 0, NeedStatus.SUBMITTED, "x"));
        refused(() -> needs.move(reader, id(need), 0, NeedStatus.WITHDRAWN, "x"));
        refused(() -> requests.change(reader, id(request), 0, as(requestContent, RequestContent.class)));
        refused(() -> requests.addNeed(reader, id(request), as(Body.need(Api.unique("n")), NeedContent.class)));
        refused(() -> requests.create(
                reader,
                as(Body.request(Asker.States.THIRD, Api.unique("r")), org.switchboard.need.CreateRequest.class)));
        refused(() -> offers.change(reader, id(offer), 0, as(Body.offer(offer.reference()), OfferContent.class)));
        refused(() -> offers.move(reader, id(offer), 0, OfferStatus.SUSPENDED, "x"));
        refused(() -> offers.create(reader, Asker.Codes.THIRD, as(Body.offer(Api.unique("o")), OfferContent.class)));
        refused(() -> providers.change(reader, Asker.Codes.THIRD, 0, as(provider, ProviderContent.class)));
        if (!reader.isConfidant()) {
            refused(() -> needs.changes(reader, id(need)));
            refused(() -> requests.changes(reader, id(request)));
            refused(() -> offers.changes(reader, id(offer)));
            refused(() -> providers.changes(reader, Asker.Codes.THIRD));
        }
    }

    /** What the experts write for an owner never shows more, nor opens more. */
    @Test
    void expertsOpenNothingUp() {
        Item need = Items.need(Asker.States.OWN, "COMMITTEE", "OPEN");
        Items.run("update need set matching = 'RELEASED', blocked_providers = '{AUTH-X}' where id = ?", id(need));
        Item offer = Items.offer(Asker.Codes.OWN, "COMMITTEE", "ACTIVE");
        Items.run("update offer set excluded_states = '{TUV}' where id = ?", id(offer));
        Item request = Items.request(Asker.States.OWN, "COMMITTEE");
        Body asked = Items.content(need).with("matching", "RELEASED").with("blockedProviders", List.of("AUTH-X"));
        Body offered =
                Body.offer(offer.reference()).with("audience", "COMMITTEE").with("excludedStates", List.of("TUV"));
        Body requested = Body.requestContent(request.reference());
        Body provider = Body.empty().with("name", "x").with("type", "ORGANIZATION");
        assertAll(
                () -> opensUp(asked, "audience", "PARTICIPANTS", need, NeedContent.class, needs::change),
                () -> opensUp(asked, "releasedTo", List.of(Asker.Codes.OWN), need, NeedContent.class, needs::change),
                () -> opensUp(asked, "matching", "ANY", need, NeedContent.class, needs::change),
                () -> opensUp(asked, "blockedProviders", List.of(), need, NeedContent.class, needs::change),
                () -> opensUp(offered, "audience", "PARTICIPANTS", offer, OfferContent.class, offers::change),
                () -> opensUp(offered, "excludedStates", List.of(), offer, OfferContent.class, offers::change),
                () -> opensUp(requested, "audience", "PUBLIC", request, RequestContent.class, requests::change),
                () -> broken(
                        "/audience",
                        () -> providers.change(
                                EXPERT,
                                Asker.Codes.OWN,
                                0,
                                as(provider.with("audience", "PUBLIC"), ProviderContent.class))),
                () -> refused(() -> needs.release(EXPERT, id(need), Asker.Codes.OWN, true)));

        Body opened = Items.content(need).with("audience", "PUBLIC");
        assertDoesNotThrow(() -> needs.change(OWN_FOCAL_POINT, id(need), 0, as(opened, NeedContent.class)));
        assertDoesNotThrow(
                () -> offers.change(OWN_PROVIDER, id(offer), 0, as(Body.offer(offer.reference()), OfferContent.class)));
    }

    /** A need follows its matches by itself. */
    @Test
    void nobodyMovesANeedToAMatchByHand() {
        UUID need =
                UUID.fromString(Items.need(Asker.States.OWN, "PUBLIC", "OPEN").id());
        Stream.concat(Stream.of(EXPERT), allButExperts())
                .forEach(reader -> refused(() -> needs.follow(reader, need, NeedStatus.MATCHED, "x")));
    }

    @Test
    void noProviderSaysOfWhichStateItIs() {
        Item donor = Items.provider("AUTH-DONOR", "PUBLIC");
        Items.run("update provider set type = 'STATE', state = 'SWE' where code = ?", donor.id());
        Body content = Body.empty().with("name", "x").with("type", "STATE").with("audience", "PUBLIC");
        Reader agency = reader(Assignment.provider(donor.id()));
        for (Body other : List.of(content, Body.empty().and(content).with("state", "NOR"))) {
            broken("/state", () -> providers.change(agency, donor.id(), 0, as(other, ProviderContent.class)));
        }
    }

    /** A State that is a party is not a member that decides, nor is anybody who is no member. */
    @Test
    void onlyMembersOfTheCommitteeThatAreNoPartyDecide() {
        UUID before = proposal("BEFORE_COMMITTEE");
        Items.run("update proposal set donor_state = 'SWE' where id = ?", before);
        Map.of(
                        EXPERT,
                        "members of the Committee",
                        reader(Assignment.committee(Asker.States.OWN)),
                        "is a party to this proposal",
                        reader(Assignment.committee("SWE")),
                        "is a party to this proposal")
                .forEach((reader, why) -> assertAll(
                        () -> refused(why, () -> noObjection.letPass(reader, before, ANY, "x")),
                        () -> refused(why, () -> noObjection.hold(reader, before, ANY, "x")),
                        () -> refused(why, () -> noObjection.release(reader, before, ANY, "x")),
                        () -> refused(why, () -> noObjection.extend(reader, before, ANY, 1, "x")),
                        () -> refused(why, () -> noObjection.object(reader, before, ANY, "x"))));
    }

    static Stream<Reader> whoSeeAProposal() {
        return Stream.of(EXPERT, MEMBER, OWN_FOCAL_POINT, OWN_PROVIDER);
    }

    /** The experts and the Committee see every proposal, and each side its own: none of them speaks for another. */
    @ParameterizedTest
    @MethodSource("whoSeeAProposal")
    void whoSeesAProposalDoesNotSpeakForOthers(Reader reader) {
        UUID asked = proposal("AWAITS_RECIPIENT");
        UUID match = proposal("CONFIRMED");
        UUID done = proposal("DELIVERED");
        List<Executable> steps = new ArrayList<>();
        if (reader.isConfidant()) {
            steps.add(() -> consents.consent(reader, asked, ANY, new Consent(null, "x")));
            steps.add(() -> consents.decline(reader, asked, ANY, "x"));
            steps.add(() -> deliveries.report(reader, match, 0, new CreateDeliveryReport("x", false)));
            steps.add(() -> deliveries.rate(reader, done, ANY, new CreateFeedback(1, "x")));
        } else {
            steps.add(() -> proposals.changes(reader, match));
        }
        if (reader != OWN_PROVIDER) {
            steps.add(() -> deliveries.milestones(reader, match, 0, new Milestones(List.of())));
            steps.add(() -> deliveries.pay(
                    reader, match, 0, new CreatePayment(PaymentKind.COMMITTED, 1L, LocalDate.EPOCH, "x")));
        }
        if (reader != OWN_FOCAL_POINT) {
            steps.add(() -> deliveries.answerAfterAYear(reader, done, 0, new CreateYearAnswer(true, "x")));
        }
        if (reader != EXPERT) {
            steps.add(() -> deliveries.complete(reader, match, 0, "x"));
            steps.add(() -> proposals.withdraw(reader, match, ANY, "x"));
            steps.add(() -> proposals.liftBan(reader, match, ANY, "x"));
        }
        if (reader == MEMBER) {
            steps.add(() -> deliveries.report(reader, match, ANY, new CreateDeliveryReport("x", false)));
        }
        assertAll(steps.stream().map(step -> () -> refused(step)));
    }

    /** Between the own State and the own provider. */
    private static UUID proposal(String status) {
        return id(Items.proposal(Asker.States.OWN, Asker.Codes.OWN, status));
    }

    private static void refused(Executable call) {
        refused("", call);
    }

    private static void refused(String why, Executable call) {
        Refusal refusal = assertThrows(Refusal.class, call);
        assertEquals(Refusal.NotAllowed.class, refusal.getClass());
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    private static void broken(String pointer, Executable call) {
        assertEquals(
                List.of(pointer),
                assertThrows(Refusal.RulesBroken.class, call).violations().stream()
                        .map(Violation::pointer)
                        .toList());
    }

    /** How a face takes changed content. */
    private interface Change<T> {
        Object of(Reader reader, UUID id, int version, T content);
    }

    /** An expert writes the content with this said otherwise. */
    private <T> void opensUp(Body content, String what, Object other, Item item, Class<T> type, Change<T> change) {
        Body wider = Body.empty().and(content).with(what, other);
        broken("/" + what, () -> change.of(EXPERT, id(item), 0, as(wider, type)));
    }

    private <T> T as(Body body, Class<T> type) {
        return json.convertValue(body, type);
    }

    private static UUID id(Item item) {
        return UUID.fromString(item.id());
    }

    private static Reader reader(Assignment... assignments) {
        return Reader.of(new Person(UUID.randomUUID(), "someone@people.example", Set.of(assignments)));
    }
}
