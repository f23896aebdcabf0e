package org.switchboard.access.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.switchboard.testing.Api.BASE;
import static org.switchboard.testing.Api.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.access.Assignment;
import org.switchboard.testing.Api;
import org.switchboard.testing.Body;
import org.switchboard.testing.NobodyByDefault;
import org.switchboard.testing.People;
import org.switchboard.testing.PostgresResource;

/** Who keeps sub-committees and who can be in one. */
@NobodyByDefault
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SubCommitteesTest {

    private static final Assignment FRANCE = Assignment.committee("FRA");

    private static RequestSpecification as(Assignment assignment) {
        return given().header("Authorization", "Bearer " + People.token(assignment));
    }

    private static Response create(Assignment who, Body body) {
        return as(who).contentType("application/json").body(body).post(BASE + "/sub-committees");
    }

    private static Body group(String name, UUID... members) {
        return Body.empty().with("name", name).with("members", List.of(members));
    }

    @Test
    void expertsAndAdministratorsKeepThem() {
        for (Assignment keeper : List.of(Assignment.expert(), Assignment.administrator())) {
            create(keeper, group(Api.unique("group"))).then().statusCode(201);
        }
        for (Assignment other : List.of(FRANCE, Assignment.focalPoint("KEN"))) {
            problem(create(other, group(Api.unique("group"))), 403, "not-allowed");
        }
        as(FRANCE).get(BASE + "/sub-committees").then().statusCode(200);
        problem(as(Assignment.focalPoint("KEN")).get(BASE + "/sub-committees"), 403, "not-allowed");
        problem(given().get(BASE + "/sub-committees"), 401, "unauthenticated");
    }

    @Test
    void membersAreCommitteeAccountsAsLongAsTheyAre() {
        UUID member = People.account(FRANCE);
        UUID expert = People.account(Assignment.expert());
        problem(create(Assignment.expert(), group(Api.unique("group"), member, expert)), 422, "rules-broken")
                .body("violations.pointer", contains("/members/1"));
        String path = Api.path(create(Assignment.expert(), group(Api.unique("group"), member)));
        as(FRANCE)
                .get(BASE + path)
                .then()
                .body("members.account", contains(member.toString()))
                .body("members.state", contains("FRA"));
        People.run("update account set status = 'DEACTIVATED' where id = ?", member);
        as(FRANCE).get(BASE + path).then().body("members", empty());
        People.run("update account set status = 'ACTIVE' where id = ?", member);
        People.run("delete from account_role where account = ?", member);
        as(FRANCE).get(BASE + path).then().body("members", empty());
    }

    @Test
    void nameIsItsOwnAndChangesNeedTheVersion() {
        String name = Api.unique("group");
        Response made = create(Assignment.expert(), group(name));
        problem(create(Assignment.expert(), group(name)), 409, "conflict");
        String path = BASE + Api.path(made);
        UUID member = People.account(FRANCE);
        RequestSpecification change = as(Assignment.expert()).contentType("application/json");
        problem(change.body(group(name, member)).put(path), 428, "precondition-missing");
        as(Assignment.expert())
                .contentType("application/json")
                .header("If-Match", made.header("ETag"))
                .body(group(name, member))
                .put(path)
                .then()
                .statusCode(200)
                .body("members.account", contains(member.toString()));
        problem(
                as(Assignment.expert())
                        .contentType("application/json")
                        .header("If-Match", made.header("ETag"))
                        .body(group(name))
                        .put(path),
                412,
                "stale");
        as(FRANCE).get(BASE + "/sub-committees").then().body("name", hasItem(equalTo(name)));
        as(Assignment.expert()).delete(path).then().statusCode(204);
        problem(as(FRANCE).get(path), 404, "not-found");
    }
}
