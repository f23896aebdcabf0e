package org.switchboard.reference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReferenceResourcesTest {

    @Test
    void statesAreListedInTheOrderOfTheAskedLanguage() {
        given().get("/api/v1/states")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .contentType("application/json")
                .body("", hasSize(197))
                .body("[0].name", equalTo("Afghanistan"))
                .body("[-1].name", equalTo("Zimbabwe"));
        given().get("/api/v1/states?lang=fr")
                .then()
                .header("Content-Language", "fr")
                .body("[0].name", equalTo("Afghanistan"))
                .body("[1].name", equalTo("Afrique du Sud"));
        given().header("Accept-Language", "zh-CN, en;q=0.5")
                .get("/api/v1/states")
                .then()
                .header("Content-Language", "zh")
                .body("iso3", hasItem("CHN"))
                .body("find { it.iso3 == 'CHN' }.name", equalTo("中国"));
    }

    @Test
    void stateIsGivenWithItsCodesAndOnlyTheAskedName() {
        given().get("/api/v1/states/SEN?lang=ar")
                .then()
                .statusCode(200)
                .body("name", equalTo("السنغال"))
                .body("iso2", equalTo("SN"))
                .body("m49", equalTo("686"))
                .body("status", equalTo("member"))
                .body("region", equalTo("002"))
                .body("subregion", equalTo("202"))
                .body("intermediate", equalTo("011"))
                .body("group", equalTo("AFRICAN"))
                .body("ldc", is(true))
                .body("lldc", is(false))
                .body("languages", contains("fr"))
                .body("$", not(hasKey("names")));
        given().get("/api/v1/states/VAT")
                .then()
                .body("status", equalTo("observer"))
                .body("$", not(hasKey("group")))
                .body("$", not(hasKey("intermediate")));
    }

    @Test
    void allSixNamesAreGivenOnRequest() {
        given().get("/api/v1/states/RUS?names=all&lang=ru")
                .then()
                .body("names", aMapWithSize(6))
                .body("name", equalTo("Российская Федерация"))
                .body("names.fr", equalTo("Fédération de Russie"));
    }

    @ParameterizedTest
    @CsvSource({
        "region=002, 54",
        "region=011, 16",
        "region=419, 33",
        "group=WEOG, 29",
        "status=observer, 2",
        "status=member, 193",
        "ldc=true, 44",
        "ldc=false, 153",
        "lldc=true, 32",
        "sids=true, 39",
        "region=002&ldc=true, 32",
        "ldc=true&sids=true&lldc=true, 0"
    })
    void statesAreFiltered(String query, int count) {
        given().get("/api/v1/states?" + query).then().statusCode(200).body("", hasSize(count));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "states?region=999",
                "states?group=NONE",
                "states?status=Member",
                "states?ldc=maybe",
                "states?names=some",
                "states?lang=de",
                "states/SEN?lang=xx",
                "regions?lang=de",
                "themes?lang=de",
                "kinds?lang=de",
                "stages?lang=",
                "instruments?lang=de"
            })
    void valueThatIsNoneIsRefusedWithAProblem(String path) {
        given().get("/api/v1/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", is(400))
                .body("detail", containsString("The parameter "));
    }

    @Test
    void unknownStateIsNotFound() {
        given().get("/api/v1/states/ZZZ")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", is(404));
        given().get("/api/v1/states/sen").then().statusCode(404);
    }

    @Test
    void regionsOfAllLevelsAreListed() {
        given().get("/api/v1/regions?lang=es")
                .then()
                .statusCode(200)
                .body("", hasSize(29))
                .body("[0].name", equalTo("África"))
                .body("find { it.code == '011' }.parent", equalTo("202"))
                .body("find { it.code == '011' }.level", equalTo("intermediate"))
                .body("find { it.code == '002' }.parent", nullValue());
    }

    @Test
    void themesAreATree() {
        given().get("/api/v1/themes?names=all")
                .then()
                .statusCode(200)
                .body("", hasSize(16))
                .body("find { it.code == 'FIN' }.stages", contains("A", "B"))
                .body("find { it.code == 'FIN' }.subareas.code", hasItem("FIN.FIU"))
                .body("find { it.code == 'FIN' }.names.zh", equalTo("金融法律和实务"))
                .body("find { it.code == 'FIN' }.subareas[0].names", aMapWithSize(6))
                .body("subareas.flatten().stages", everyItem(not(hasSize(0))));
    }

    @Test
    void kindsStagesAndInstrumentsAreListed() {
        given().get("/api/v1/kinds?lang=fr")
                .then()
                .statusCode(200)
                .body("", hasSize(11))
                .body("find { it.code == 'EQUIPMENT' }.name", equalTo("Matériel"));
        given().get("/api/v1/stages?lang=ru&names=all")
                .then()
                .statusCode(200)
                .body("code", contains("A", "B", "C"))
                .body("[0].name", equalTo("Законодательство"))
                .body("[0].definitions", aMapWithSize(6));
        given().get("/api/v1/instruments?lang=es")
                .then()
                .statusCode(200)
                .body("", hasSize(19))
                .body("[0].number", is(1))
                .body("[4].name", equalTo("Convención internacional contra la toma de rehenes"))
                .body("[4].adopted", equalTo("1979-12-17"))
                .body("[4].place", equalTo("Nueva York"))
                .body("[1].depositaries", contains("RUS", "GBR", "USA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"states", "states/SEN", "regions", "themes", "kinds", "stages", "instruments"})
    void answerMayBeKeptAndAskedAboutAgain(String path) {
        Response first = given().get("/api/v1/" + path);
        first.then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
                .header("Cache-Control", "public, max-age=300")
                .header("Vary", "Accept, Accept-Language, Authorization, Cookie");
        String tag = first.header("ETag");
        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            given().header("If-None-Match", known)
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Content-Language", "en")
                    .body(equalTo(""));
        }
        given().header("If-None-Match", "\"other\"")
                .get("/api/v1/" + path)
                .then()
                .statusCode(200);
        given().header("If-None-Match", tag)
                .get("/api/v1/" + path + "?lang=fr")
                .then()
                .statusCode(200);
    }

    @Test
    void contractNamesEveryOperation() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths['/api/v1/states'].get.operationId", equalTo("listStates"))
                .body("paths['/api/v1/states'].get.parameters.name", hasItem("region"))
                .body("paths['/api/v1/states'].get.parameters.name", hasItem("lang"))
                .body("paths['/api/v1/states/{iso3}'].get.operationId", equalTo("getState"))
                .body("paths['/api/v1/regions'].get.operationId", equalTo("listRegions"))
                .body("paths['/api/v1/themes'].get.operationId", equalTo("listThemes"))
                .body("paths['/api/v1/kinds'].get.operationId", equalTo("listKinds"))
                .body("paths['/api/v1/stages'].get.operationId", equalTo("listStages"))
                .body("paths['/api/v1/instruments'].get.operationId", equalTo("listInstruments"));
    }
}
