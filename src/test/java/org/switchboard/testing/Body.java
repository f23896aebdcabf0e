package org.switchboard.testing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON bodies: right and complete enough by default, then changed field by field ({@code "cost.amount"}). */
public final class Body extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1;

    public static Body empty() {
        return new Body();
    }

    /** A need with what must be said and nothing else. */
    public static Body need(String reference) {
        return empty().with("reference", reference)
                .with("theme", "FIN")
                .with("stage", "B")
                .with("kind", "TRAINING")
                .with("title", "Training of analysts")
                .with("cost", empty().with("amount", 240000).with("currency", "USD"))
                .with("from", "2027-01-01")
                .with("to", "2027-12-31");
    }

    /** What a State says about a request as a whole. */
    public static Body requestContent(String reference) {
        return empty().with("reference", reference).with("receivedOn", "2026-11-02");
    }

    /** A submission of a State, with these needs. */
    public static Body request(String state, String reference, Body... needs) {
        return empty().with("state", state)
                .with("request", requestContent(reference))
                .with("needs", List.of(needs));
    }

    public static Body provider(String code) {
        return empty().with("code", code)
                .with("provider", empty().with("name", "Fund " + code).with("type", "ORGANIZATION"));
    }

    /** An offer with what must be said and nothing else. */
    public static Body offer(String reference) {
        return empty().with("reference", reference)
                .with("title", "Drafting help")
                .with("money", empty().with("currency", "USD").with("budget", 900000))
                .with("languages", List.of("en"))
                .with("from", "2027-01-01")
                .with("to", "2028-12-31");
    }

    public static Body rate(String currency, String since, String usdPerUnit) {
        return empty().with("currency", currency)
                .with("since", since)
                .with("usdPerUnit", new BigDecimal(usdPerUnit))
                .with("source", "United Nations operational rate");
    }

    public static Body reason(String reason) {
        return empty().with("reason", reason);
    }

    /** Sets a field; a dot leads into an object within. */
    public Body with(String path, Object value) {
        parent(path).put(last(path), value);
        return this;
    }

    public Body without(String path) {
        parent(path).remove(last(path));
        return this;
    }

    public Body and(Map<String, Object> more) {
        putAll(more);
        return this;
    }

    private Body parent(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? this : ((Body) get(path.substring(0, dot))).parent(path.substring(dot + 1));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
