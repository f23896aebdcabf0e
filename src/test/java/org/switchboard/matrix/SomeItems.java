package org.switchboard.matrix;

import static io.restassured.RestAssured.given;

import java.util.UUID;
import org.switchboard.testing.Deadline;

/** Needs and offers of every sort that a matrix tells apart, stored once for all tests of the matrix. */
final class SomeItems {

    private static final String NEEDS = """
            reference,state,theme,stage,kind,title,cost_usd,from,to,audience,source
            mx-1,KEN,FIN,B,TRAINING,Analysts,240001,2027-01-01,2027-12-31,public,mx-source
            mx-2,KEN,FIN.FIU,B,IT_SYSTEM,Software,99999,2027-01-01,2028-12-31,participants,
            mx-3,KEN,LEG.CRM,A,LEGAL_DRAFTING,Drafting,50000,2027-06-01,2027-12-31,committee,
            mx-4,UGA,FIN,C,TRAINING,Courses,1,2027-01-01,2027-12-31,public,
            mx-5,SEN,LEG,A,LEGAL_DRAFTING,Drafting,70003,2027-01-01,2027-03-31,public,mx-source
            mx-6,DZA,BOR.AIR,B,EQUIPMENT,Scanners,3000000,2028-01-01,2028-12-31,committee,
            mx-7,HTI,FIN.AML,B,ADVISORY_MISSION,Advice,12345,2027-01-01,2029-12-31,participants,mx-source
            mx-8,CHL,HRT.GEN,C,MENTORING,Mentors,40000,2027-02-01,2027-02-28,public,
            mx-9,FJI,WMD,A,TOOLS,Tools,5000,2030-01-01,2030-12-31,public,
            mx-10,AFG,FIN.FIU,A,TRAINING,Analysts,88888,2027-01-01,2027-12-31,committee,
            mx-11,UKR,CVE,B,FUNDING,Money,700000,2027-01-01,2027-12-31,public,
            """;

    private static final String OFFERS = """
            reference,provider,provider_name,provider_type,title,themes,kinds,stages,regions,states,excluded_states,\
            budget_usd,languages,from,to,audience,standing
            mx-any,MXA,unused,ORGANIZATION,Anything anywhere,,,,,,,1000003,en fr es ar,2027-01-01,2029-12-31,public,
            mx-cheap,MXA,unused,ORGANIZATION,A few dollars,,,,,,,7,en,2027-01-01,2029-12-31,public,
            mx-mixed,MXA,unused,ORGANIZATION,Region and State less one,FIN.FIU LEG,,,014,SEN,KEN,500001,en fr,\
            2027-01-01,2028-12-31,public,
            mx-listed,MXB,unused,STATE,A State listed and excluded,FIN,TRAINING,B,,KEN UGA,KEN,90001,en,\
            2027-01-01,2027-12-31,participants,
            mx-nowhere,MXB,unused,STATE,Nowhere at all,,,,,AFG,AFG,90002,en,2027-01-01,2027-12-31,public,
            mx-islands,MXB,unused,STATE,Caribbean,FIN FIN.AML FIN.FIU,,A C,029,,,30011,fr,2027-01-01,2030-12-31,public,
            mx-latin,MXC,unused,REGIONAL_ORGANIZATION,Latin America,HRT,MENTORING TRAINING,,419,,,777777,es en,\
            2027-01-01,2027-12-31,committee,
            mx-africa,MXC,unused,REGIONAL_ORGANIZATION,Africa,BOR.LND LEG.CRM,,B,002,,DZA,1500000,ar en fr,\
            2028-01-01,2028-12-31,public,
            mx-late,MXA,unused,ORGANIZATION,Later,,TOOLS,,009,,,44444,en,2030-01-01,2031-12-31,public,
            mx-perhaps,MXA,unused,ORGANIZATION,Not funded,,,,,,,123456,en,2027-01-01,2028-12-31,public,potential
            mx-asleep,MXA,unused,ORGANIZATION,Suspended,,,,,,,654321,en,2027-01-01,2028-12-31,public,
            """;

    private static boolean there;

    private SomeItems() {}

    static void store() throws Exception {
        if (there) {
            return;
        }
        provider("MXA", "=HYPERLINK(\\\"http://x.example\\\",\\\"Aid, all of it\\\")", "PUBLIC", """
                {"office": "Programmes", "email": "mxa@fund.example"}""");
        provider("MXB", "Donor B", "PARTICIPANTS", """
                {"email": "mxb@donor.example", "phone": "+1 212 555 0100"}""");
        provider("MXC", "Union C", "COMMITTEE", """
                {"website": "https://c.example"}""");
        imported("needs", NEEDS);
        imported("offers", OFFERS);
        offer();
        move("/offers/" + idOf("offers", "mx-asleep"), "suspension");
        need("mx-draft");
        move("/needs/" + need("mx-withdrawn"), "withdrawal");
        run();
        there = true;
    }

    /** A run whose plan is the last. */
    static UUID run() throws Exception {
        String id = given().contentType("application/json")
                .body("{\"limitSeconds\": 1, \"steps\": 200}")
                .post("/api/v1/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Deadline.seconds(90).until("the run is solved", () -> given().get("/api/v1/runs/" + id)
                .path("status")
                .equals("SOLVED"));
        return UUID.fromString(id);
    }

    static void imported(String what, String csv) {
        given().contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/v1/imports/" + what)
                .then()
                .statusCode(200);
    }

    /** The id of a new need, a draft. */
    private static String need(String reference) {
        String request = given().contentType("application/json")
                .body("""
                        {"state": "KEN", "request": {"reference": "%1$s", "receivedOn": "2026-11-02"},
                         "needs": [{"reference": "%1$s", "theme": "FIN", "stage": "B", "kind": "TRAINING",
                                    "title": "Not asked", "cost": {"amount": 31, "currency": "USD"},
                                    "from": "2027-01-01", "to": "2027-12-31", "audience": "PUBLIC"}]}
                        """.formatted(reference))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return given().queryParam("request", request).get("/api/v1/needs").path("items[0].id");
    }

    /** An offer with a contact of its own, of which the provider's completes the rest; and one that stays a draft. */
    private static void offer() {
        for (String reference : new String[] {"mx-contact", "mx-draft"}) {
            String id = given().contentType("application/json")
                    .body("""
                            {"reference": "%s", "title": "+Direct line", "themes": ["POL"], "regions": ["150"],
                             "contact": {"email": "desk@fund.example"}, "audience": "PUBLIC", "languages": ["en"],
                             "money": {"currency": "USD", "budget": 65537}, "from": "2027-01-01", "to": "2027-12-31"}
                            """.formatted(reference))
                    .post("/api/v1/providers/MXA/offers")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            if (reference.equals("mx-contact")) {
                move("/offers/" + id, "registration");
                move("/offers/" + id, "activation");
            }
        }
    }

    private static void provider(String code, String name, String audience, String contact) {
        given().contentType("application/json")
                .body("""
                        {"code": "%s", "provider": {"name": "%s", "type": "ORGANIZATION", "audience": "%s", "contact": %s}}
                        """.formatted(code, name, audience, contact))
                .post("/api/v1/providers")
                .then()
                .statusCode(201);
    }

    private static void move(String item, String step) {
        given().contentType("application/json")
                .header("If-Match", given().get("/api/v1" + item).header("ETag"))
                .body("{\"reason\": \"for the test\"}")
                .post("/api/v1" + item + "/" + step)
                .then()
                .statusCode(200);
    }

    private static String idOf(String list, String reference) {
        return given().queryParam("limit", 200)
                .queryParam("provider", "MXA")
                .get("/api/v1/" + list)
                .path("items.find { it.reference == '%s' }.id".formatted(reference));
    }
}
