package org.switchboard.review;

import io.restassured.response.Response;
import java.util.Map;
import org.switchboard.matching.RunWorld;
import org.switchboard.testing.Caller;

/** What people do with proposals over HTTP, each under their own name. */
final class Steps {

    static final Caller EXPERT = Caller.expert();
    static final Caller MEMBER = Caller.committee("NOR");

    private final Caller state;
    private final Caller provider;

    Steps(RunWorld world) {
        this.state = Caller.focalPoint(world.home().iso3());
        this.provider = Caller.provider(world.provider());
    }

    Caller state() {
        return state;
    }

    Caller provider() {
        return provider;
    }

    static Response putForward(String run, Map<String, ?> asked) {
        return EXPERT.asks()
                .contentType("application/json")
                .body(asked)
                .post("/api/v1/runs/" + run + "/putting-forward");
    }

    static Response add(String need, String offer, int parts) {
        return EXPERT.asks()
                .contentType("application/json")
                .body(Map.of("need", need, "offer", offer, "parts", parts, "reason", "for this test"))
                .post("/api/v1/proposals");
    }

    static Response read(Caller who, String proposal) {
        return who.asks().get("/api/v1/proposals/" + proposal);
    }

    /** The version that the proposal has now, as this reader counts; as the experts do where it is not to be seen. */
    static int version(Caller who, String proposal) {
        Response own = read(who, proposal);
        return (own.statusCode() == 200 ? own : read(EXPERT, proposal))
                .jsonPath()
                .getInt("version");
    }

    /** With the version that the proposal has now. */
    static Response act(Caller who, String proposal, String step, Map<String, ?> body) {
        int version = version(who, proposal);
        return who.asks()
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/proposals/" + proposal + "/" + step);
    }

    static Response act(Caller who, String proposal, String step) {
        return act(who, proposal, step, Map.of("reason", "for this test"));
    }

    Response consents(Caller who, String proposal) {
        return act(who, proposal, "consents", Map.of());
    }
}
