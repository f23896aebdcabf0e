package org.switchboard.matrix;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.switchboard.access.Audience;
import org.switchboard.access.Owner;
import org.switchboard.shared.Contact;

/** All that the service's lists say, read page by page over HTTP. */
record Stored(
        Map<String, State> states,
        List<String> themes,
        List<Need> needs,
        List<Offer> offers,
        Map<String, Provider> providers,
        Optional<UUID> run,
        List<PlanRow> plan,
        List<Match> matches) {

    private static final Set<String> MATCHED = Set.of("CONFIRMED", "IN_DELIVERY", "DELIVERED", "CLOSED");

    private static final ObjectMapper JSON = new ObjectMapper();

    record State(
            String iso3, String region, String subregion, String intermediate, String group, Set<String> situations) {}

    record Need(
            UUID id,
            String state,
            String reference,
            String theme,
            String stage,
            String kind,
            long costUsd,
            int tranches,
            List<String> languages,
            String source,
            LocalDate from,
            LocalDate to,
            String status,
            Audience audience,
            boolean sample) {
        Owner owner() {
            return Owner.state(state);
        }
    }

    record Offer(
            UUID id,
            String provider,
            String reference,
            String title,
            Contact contact,
            List<String> themes,
            List<String> kinds,
            List<String> stages,
            List<String> regions,
            List<String> states,
            List<String> excluded,
            long budgetUsd,
            List<String> languages,
            LocalDate from,
            LocalDate to,
            String status,
            String standing,
            Audience audience,
            boolean sample) {
        Owner owner() {
            return Owner.provider(provider);
        }
    }

    record Provider(String code, String name, Contact contact, Audience audience) {}

    record PlanRow(UUID need, UUID offer, long usd) {}

    record Match(UUID need, UUID offer, int parts, long usd) {}

    static Stored now() {
        Map<String, State> states = new HashMap<>();
        for (JsonNode state : json("/states")) {
            states.put(
                    text(state, "iso3"),
                    new State(
                            text(state, "iso3"),
                            text(state, "region"),
                            text(state, "subregion"),
                            text(state, "intermediate"),
                            text(state, "group"),
                            situations(state)));
        }
        Map<String, Provider> providers = new HashMap<>();
        for (JsonNode provider : pages("/providers")) {
            providers.put(
                    text(provider, "code"),
                    new Provider(
                            text(provider, "code"),
                            text(provider, "name"),
                            contact(provider),
                            Audience.valueOf(text(provider, "audience"))));
        }
        Optional<UUID> run = pages("/runs").stream()
                .filter(one -> one.hasNonNull("result"))
                .max(Comparator.comparing(one -> Instant.parse(text(one, "finishedAt"))))
                .map(last -> UUID.fromString(text(last, "id")));
        return new Stored(
                states,
                allThemes(),
                pages("/needs").stream().map(Stored::need).toList(),
                pages("/offers").stream().map(Stored::offer).toList(),
                providers,
                run,
                run.map(Stored::plan).orElse(List.of()),
                pages("/proposals").stream()
                        .filter(proposal -> MATCHED.contains(text(proposal, "status")))
                        .map(Stored::match)
                        .toList());
    }

    private static Set<String> situations(JsonNode state) {
        return Stream.of("ldc", "lldc", "sids")
                .filter(situation -> state.get(situation).asBoolean())
                .map(situation -> situation.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Areas, each before its sub-areas. */
    private static List<String> allThemes() {
        List<String> codes = new ArrayList<>();
        for (JsonNode area : json("/themes")) {
            codes.add(text(area, "code"));
            area.get("subareas").forEach(subarea -> codes.add(text(subarea, "code")));
        }
        return codes;
    }

    private static List<PlanRow> plan(UUID run) {
        return StreamSupport.stream(json("/runs/" + run + "/plan").get("rows").spliterator(), false)
                .map(row -> new PlanRow(
                        UUID.fromString(row.at("/need/id").asText()),
                        UUID.fromString(row.at("/offer/id").asText()),
                        row.get("usd").asLong()))
                .toList();
    }

    private static Match match(JsonNode proposal) {
        return new Match(
                UUID.fromString(proposal.at("/need/id").asText()),
                UUID.fromString(proposal.at("/offer/id").asText()),
                proposal.get("parts").asInt(),
                proposal.get("usd").asLong());
    }

    private static Need need(JsonNode need) {
        return new Need(
                UUID.fromString(text(need, "id")),
                text(need, "state"),
                text(need, "reference"),
                text(need, "theme"),
                text(need, "stage"),
                text(need, "kind"),
                need.get("costUsd").asLong(),
                need.get("tranches").asInt(),
                texts(need, "languages"),
                text(need, "source"),
                LocalDate.parse(text(need, "from")),
                LocalDate.parse(text(need, "to")),
                text(need, "status"),
                Audience.valueOf(text(need, "audience")),
                need.get("sample").asBoolean());
    }

    private static Offer offer(JsonNode offer) {
        return new Offer(
                UUID.fromString(text(offer, "id")),
                text(offer, "provider"),
                text(offer, "reference"),
                text(offer, "title"),
                contact(offer),
                texts(offer, "themes"),
                texts(offer, "kinds"),
                texts(offer, "stages"),
                texts(offer, "regions"),
                texts(offer, "states"),
                texts(offer, "excludedStates"),
                offer.get("budgetUsd").asLong(),
                texts(offer, "languages"),
                LocalDate.parse(text(offer, "from")),
                LocalDate.parse(text(offer, "to")),
                text(offer, "status"),
                text(offer, "standing"),
                Audience.valueOf(text(offer, "audience")),
                offer.get("sample").asBoolean());
    }

    private static Contact contact(JsonNode item) {
        JsonNode contact = item.path("contact");
        return new Contact(
                text(contact, "office"), text(contact, "email"), text(contact, "phone"), text(contact, "website"));
    }

    private static String text(JsonNode item, String field) {
        return item.hasNonNull(field) ? item.get(field).asText() : null;
    }

    private static List<String> texts(JsonNode item, String field) {
        return StreamSupport.stream(item.get(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = json(path, cursor);
            page.get("items").forEach(items::add);
            cursor = text(page, "next");
        } while (cursor != null);
        return items;
    }

    private static JsonNode json(String path) {
        return parsed(given(), path);
    }

    private static JsonNode json(String path, String cursor) {
        RequestSpecification request = given().queryParam("limit", 200);
        return parsed(cursor == null ? request : request.queryParam("cursor", cursor), path);
    }

    private static JsonNode parsed(RequestSpecification request, String path) {
        try {
            return JSON.readTree(request.get("/api/v1" + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
