package org.switchboard.need;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.switchboard.testing.Api.move;
import static org.switchboard.testing.Api.newNeed;
import static org.switchboard.testing.Api.newProvider;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.Caller;
import org.switchboard.testing.PostgresResource;

/** What a State lets a single provider see. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ReleaseTest {

    private static final Caller KENYA = Caller.focalPoint("KEN");

    private String provider;
    private String need;

    @BeforeEach
    void needAndProvider() {
        provider = newProvider();
        need = newNeed("KEN");
    }

    private Response release(Caller caller) {
        return caller.asks().put("/api/v1" + need + "/releases/" + provider);
    }

    private Response revoke(Caller caller) {
        return caller.asks().delete("/api/v1" + need + "/releases/" + provider);
    }

    private static Response read(Caller caller, String path) {
        return caller.asks().get("/api/v1" + path);
    }

    @Test
    void releaseOpensTheNeedToThatProviderAloneUntilItIsRevoked() {
        move(need, "submission").then().statusCode(200);
        Caller released = Caller.provider(provider);
        Caller other = Caller.provider(newProvider());
        problem(read(released, need), 404, "not-found");

        release(KENYA).then().statusCode(200).body("releasedTo", contains(provider));
        read(released, need)
                .then()
                .statusCode(200)
                .body("releasedTo", nullValue())
                .body("version", nullValue());
        problem(read(other, need), 404, "not-found");
        read(KENYA, need + "/changes").then().body("why", hasItem("released to " + provider));

        revoke(KENYA).then().statusCode(200).body("releasedTo", empty());
        problem(read(released, need), 404, "not-found");
        read(KENYA, need + "/changes").then().body("why", hasItem("release to " + provider + " revoked"));
    }

    @Test
    void draftIsNotShownThoughItIsReleased() {
        release(KENYA).then().statusCode(200);
        problem(read(Caller.provider(provider), need), 404, "not-found");
        move(need, "submission").then().statusCode(200);
        read(Caller.provider(provider), need).then().statusCode(200);
    }

    @Test
    void nobodyReleasesForTheState() {
        for (Caller caller : new Caller[] {Caller.expert(), Caller.committee("KEN"), Caller.provider(provider)}) {
            problem(release(caller), 403, "not-allowed");
            problem(revoke(caller), 403, "not-allowed");
        }
        problem(release(Caller.focalPoint("TCD")), 404, "not-found");
        problem(release(Caller.everyone()), 401, "unauthenticated");
    }

    @Test
    void releaseThatIsThereAlreadyChangesNothing() {
        release(KENYA).then().statusCode(200);
        int before = read(KENYA, need + "/changes").jsonPath().getList("").size();
        release(KENYA).then().statusCode(200).body("releasedTo", contains(provider));
        revoke(KENYA).then().statusCode(200);
        revoke(KENYA).then().statusCode(200).body("releasedTo", empty());
        read(KENYA, need + "/changes").then().body("", hasSize(before + 1));
    }

    @Test
    void withdrawnNeedIsReleasedToNobodyMoreAndCanStillBeHidden() {
        release(KENYA).then().statusCode(200);
        move(need, "withdrawal", "no longer wanted").then().statusCode(200);
        read(Caller.provider(provider), need).then().statusCode(200);
        revoke(KENYA).then().statusCode(200);
        problem(read(Caller.provider(provider), need), 404, "not-found");
        problem(release(KENYA), 409, "conflict");
    }
}
