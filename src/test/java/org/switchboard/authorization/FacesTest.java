package org.switchboard.authorization;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.switchboard.shared.Refusal;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.PostgresResource;

/**
 * The faces keep their rules themselves, whoever calls them: what a resource lets in by role is asked once more. Over HTTP the
 * first of the two answers, and one that is gone would not be missed.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class FacesTest {

    private static final Reader OWN_FOCAL_POINT = reader(Assignment.focalPoint(Asker.States.OWN));
    private static final Reader OWN_PROVIDER = reader(Assignment.provider(Asker.Codes.OWN));

    @Inject
    Needs needs;

    @Inject
    Requests requests;

    @Inject
    Offers offers;

    @Inject
    Providers providers;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void prepare() {
        Items.providers();
    }

    static Stream<Reader> strangers() {
        return Stream.of(
                Reader.everyone(),
                reader(Assignment.focalPoint(Asker.States.OTHER)),
                reader(Assignment.provider(Asker.Codes.OTHER)),
                reader(Assignment.committee("NOR")),
                reader(Assignment.administrator()));
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
        Reader expert = reader(Assignment.expert());
        Item need = Items.need(Asker.States.OWN, "COMMITTEE", "OPEN");
        Item request = Items.request(Asker.States.OWN, "COMMITTEE");
        Item offer = Items.offer(Asker.Codes.OWN, "COMMITTEE", "ACTIVE");
        for (Map.Entry<String, Object> wider : Map.<String, Object>of(
                        "audience", "PARTICIPANTS", "releasedTo", List.of(Asker.Codes.OWN))
                .entrySet()) {
            Body content = Items.content(need).with(wider.getKey(), wider.getValue());
            broken(() -> needs.change(expert, id(need), 0, as(content, NeedContent.class)));
        }
        Body requestContent = Body.requestContent(request.reference()).with("audience", "PUBLIC");
        broken(() -> requests.change(expert, id(request), 0, as(requestContent, RequestContent.class)));
        broken(() -> offers.change(expert, id(offer), 0, as(Body.offer(offer.reference()), OfferContent.class)));
        Body provider =
                Body.empty().with("name", "x").with("type", "ORGANIZATION").with("audience", "PUBLIC");
        broken(() -> providers.change(expert, Asker.Codes.OWN, 0, as(provider, ProviderContent.class)));

        Body opened = Items.content(need).with("audience", "PUBLIC");
        assertDoesNotThrow(() -> needs.change(OWN_FOCAL_POINT, id(need), 0, as(opened, NeedContent.class)));
        assertDoesNotThrow(
                () -> offers.change(OWN_PROVIDER, id(offer), 0, as(Body.offer(offer.reference()), OfferContent.class)));
    }

    private static void refused(Executable call) {
        assertEquals(Refusal.NotAllowed.class, assertThrows(Refusal.class, call).getClass());
    }

    private static void broken(Executable call) {
        assertEquals(
                Refusal.RulesBroken.class, assertThrows(Refusal.class, call).getClass());
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
