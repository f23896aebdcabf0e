package org.switchboard.authorization;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.authorization.Http.Answer;
import org.switchboard.authorization.Http.Question;
import org.switchboard.testing.Body;

/** A world in which every field that is not for everyone holds a token of its own. */
final class Planted {

    private static final List<String> AUDIENCES = List.of("COMMITTEE", "PARTICIPANTS", "PUBLIC");

    private final Tokens tokens = new Tokens();
    private final Http http;

    /** Addresses below /api/v1 of what there is. */
    final List<String> requests = new ArrayList<>();

    final List<String> needs = new ArrayList<>();
    final List<String> providers = new ArrayList<>();
    final List<String> offers = new ArrayList<>();
    final List<String> runs = new ArrayList<>();
    final List<String> proposals = new ArrayList<>();

    /** Editions in which all of this was drawn up. */
    final List<String> editions = new ArrayList<>();

    /** References that are taken, each with the State or provider whose it is. */
    final List<List<String>> taken = new ArrayList<>();

    /** Of an item that an expert made with this key. */
    String key = "";

    Body keyed = Body.empty();

    Planted(Http http) {
        this.http = http;
    }

    Tokens tokens() {
        return tokens;
    }

    void plant() {
        Items.providers();
        for (String code : List.of(Asker.Codes.OWN, Asker.Codes.OTHER, Asker.Codes.THIRD)) {
            for (String audience : AUDIENCES) {
                provider(code + "." + audience.substring(0, 3), audience);
                for (String status : List.of("DRAFT", "ACTIVE", "EXHAUSTED", "SUSPENDED")) {
                    offer(code, audience, status);
                }
            }
        }
        for (String state : List.of(Asker.States.OWN, Asker.States.OTHER, Asker.States.THIRD)) {
            for (String audience : AUDIENCES) {
                UUID request = request(state, audience);
                for (String status : List.of("DRAFT", "OPEN", "RETURNED", "MATCHED")) {
                    need(request, state, audience, status, false);
                    need(request, state, audience, status, true);
                }
            }
        }
        runs();
        policy();
        keyed();
        PlantedProposals between = new PlantedProposals(tokens);
        between.plant();
        proposals.addAll(between.proposals);
        editions();
    }

    private void provider(String code, String audience) {
        Set<Asker> readers = readers(code, audience, false);
        UUID id = tokens.id("id of provider " + code, readers);
        Items.run(
                "insert into provider (id, version, code, name, type, prospective, interests, contact_office,"
                        + " contact_email, contact_website, owner, audience, sample, created_at)"
                        + " values (?, 0, ?, ?, 'ORGANIZATION', true, ?, ?, ?, ?, ?, ?, false, now())"
                        + " on conflict (code) do update set version = 0, name = excluded.name,"
                        + " interests = excluded.interests, contact_office = excluded.contact_office,"
                        + " contact_email = excluded.contact_email, contact_website = excluded.contact_website",
                id,
                code,
                tokens.word("name of provider " + code, readers),
                tokens.word("interests of provider " + code, readers),
                tokens.word("office of provider " + code, readers),
                tokens.word("email of provider " + code, readers) + "@p.example",
                "https://" + tokens.word("website of provider " + code, readers) + ".example",
                "provider:" + code,
                audience);
        record("provider", id, "record of provider " + code, confidants(code, readers));
        providers.add("/providers/" + code);
        taken.add(List.of(code, code));
    }

    private UUID request(String state, String audience) {
        Set<Asker> readers = readers(state, audience, false);
        String name = "request of " + state + " for " + audience;
        UUID id = tokens.id("id of " + name, readers);
        String reference = tokens.word("reference of " + name, readers);
        Items.run(
                "insert into request (id, version, state, reference, received_on, note_verbale_reference, contact_office,"
                        + " contact_email, contact_website, owner, audience, sample, created_at)"
                        + " values (?, 0, ?, ?, date '2026-11-02', ?, ?, ?, ?, ?, ?, false, now())",
                id,
                state,
                reference,
                tokens.word("note verbale of " + name, readers),
                tokens.word("office of " + name, readers),
                tokens.word("email of " + name, readers) + "@s.example",
                "https://" + tokens.word("website of " + name, readers) + ".example",
                "state:" + state,
                audience);
        record("request", id, "record of " + name, confidants(state, readers));
        requests.add("/requests/" + id);
        taken.add(List.of(state, reference));
        return id;
    }

    private void need(UUID request, String state, String audience, String status, boolean released) {
        Set<Asker> readers = readers(state, audience, status.equals("DRAFT"));
        if (released && !status.equals("DRAFT")) {
            readers.add(Asker.OWN_PROVIDER);
        }
        Set<Asker> confidants = confidants(state, readers);
        String name = status + " need of " + state + " for " + audience + (released ? ", released" : "");
        UUID id = tokens.id("id of " + name, readers);
        String reference = tokens.word("reference of " + name, readers);
        Items.run(
                "insert into need (id, version, request_id, state, reference, theme, stage, kind, title, objective,"
                        + " current_situation, expected_outcome, beneficiary_institution, help_received_or_sought, cost_basis,"
                        + " source,"
                        + " cost_amount, cost_currency, cost_usd, tranches, partial_ok, priority, verified_priority,"
                        + " national_rank, languages, starts_on, ends_on, matching, released_to, blocked_providers,"
                        + " human_rights, gender, status, owner, audience, sample, received_at)"
                        + " values (?, 0, ?, ?, ?, 'FIN', 'B', 'TRAINING', ?, ?, ?, ?, ?, ?, ?, ?, 240000, 'USD', 240000, 1,"
                        + " false, 'MEDIUM', 'LOW', 3, '{xau}', '2027-01-01', '2027-12-31', 'ANY',"
                        + " string_to_array(?, ' '), string_to_array(?, ' '), false, false, ?, ?, ?, false, now())",
                id,
                request,
                state,
                reference,
                tokens.word("title of " + name, readers),
                tokens.word("objective of " + name, readers),
                tokens.word("situation of " + name, readers),
                tokens.word("outcome of " + name, readers),
                tokens.word("beneficiary of " + name, readers),
                tokens.word("help sought of " + name, readers),
                tokens.word("cost basis of " + name, readers),
                tokens.word("source of " + name, readers),
                tokens.word("releases of " + name, confidants) + (released ? " " + Asker.Codes.OWN : ""),
                tokens.word("blocks of " + name, confidants),
                status,
                "state:" + state,
                audience);
        record("need", id, "record of " + name, confidants);
        needs.add("/needs/" + id);
        taken.add(List.of(state, reference));
    }

    private void offer(String provider, String audience, String status) {
        Set<Asker> readers = readers(provider, audience, status.equals("DRAFT"));
        String name = status + " offer of " + provider + " for " + audience;
        UUID id = tokens.id("id of " + name, readers);
        String reference = tokens.word("reference of " + name, readers);
        Items.run(
                "insert into offer (id, version, provider, reference, title, criteria, contact_office, contact_email,"
                        + " contact_website, programme, standing, funding, themes, kinds,"
                        + " stages, regions, states, excluded_states, currency, budget_amount, floor_amount,"
                        + " ceiling_amount, per_state_cap_amount, budget_usd, floor_usd, ceiling_usd, per_state_cap_usd,"
                        + " max_needs, languages, starts_on, ends_on, due_diligence_required, status, owner, audience,"
                        + " sample, received_at) values (?, 0, ?, ?, ?, ?, ?, ?, ?, 'EXISTING', 'FUNDED', 'DIRECT', '{}',"
                        + " '{}', '{}', '{}', '{}', '{TUV}', 'USD', 900000, 0, 900000, 900000, 900000, 0, 900000, 900000,"
                        + " 1000000, '{xau}', '2027-01-01', '2028-12-31', false, ?, ?, ?, false, now())",
                id,
                provider,
                reference,
                tokens.word("title of " + name, readers),
                tokens.word("criteria of " + name, readers),
                tokens.word("office of " + name, readers),
                tokens.word("email of " + name, readers) + "@o.example",
                "https://" + tokens.word("website of " + name, readers) + ".example",
                status,
                "provider:" + provider,
                audience);
        record("offer", id, "record of " + name, confidants(provider, readers));
        offers.add("/offers/" + id);
        taken.add(List.of(provider, reference));
    }

    private void record(String item, UUID id, String name, Set<Asker> readers) {
        Items.run(
                "insert into change (id, item, item_id, who, at, why, content)"
                        + " values (nextval('change_id'), ?, ?, ?, now(), ?, ?::jsonb)",
                item,
                id,
                tokens.word("who in " + name, readers),
                tokens.word("why in " + name, readers),
                "{\"content\": \"" + tokens.word("content in " + name, EnumSet.noneOf(Asker.class)) + "\"}");
    }

    private void editions() {
        for (int i = 0; i < 2; i++) {
            Items.edition("WITHDRAWN");
            Answer prepared = http.ask(Asker.EXPERT, new Question("POST", "/api/v1/matrix/editions", List.of(), null));
            String edition =
                    "/matrix/editions/" + JsonPath.from(prepared.body()).getInt("number");
            http.ask(
                    Asker.COMMITTEE,
                    new Question("POST", "/api/v1" + edition + "/approval", List.of("If-Match", "\"0\""), null));
            editions.add(edition);
        }
    }

    private void runs() {
        Set<Asker> experts = EnumSet.of(Asker.EXPERT);
        SolvedRuns solved = new SolvedRuns(http);
        runs.add("/runs/" + solved.withAllFiles());
        runs.add("/runs/"
                + solved.solved(Map.of(
                        "whatIf",
                        Map.of(
                                "name",
                                tokens.word("name of what-if", experts),
                                "extraOffers",
                                List.of(Map.of(
                                        "provider",
                                        Asker.Codes.OWN,
                                        "offer",
                                        Body.offer(tokens.word("reference of supposed offer", experts))
                                                .with("title", tokens.word("title of supposed offer", experts))
                                                .with(
                                                        "criteria",
                                                        tokens.word("criteria of supposed offer", experts))))),
                        "leftAlone",
                        List.of(needs.get(needs.size() - 5).substring("/needs/".length())))));
        runs.forEach(run -> tokens.known(run.substring("/runs/".length()), "id of run", experts));
        UUID failed = tokens.id("id of failed run", experts);
        Items.run(
                "insert into run (id, version, status, policy, seed, limit_seconds, cancel_requested, created_by,"
                        + " created_at, finished_at, sample, owner, failure) select ?, 0, 'FAILED', max(version), 1, 1,"
                        + " false, ?, now(), now(), false, 'executive-directorate', ? from policy",
                failed,
                tokens.word("who began a run", experts),
                tokens.word("failure of run", experts));
        runs.add("/runs/" + failed);
    }

    private void policy() {
        Items.run(
                "insert into policy (version, content, reason, created_by, created_at)"
                        + " select version + 1, content, ?, ?, now() from policy order by version desc limit 1",
                tokens.word("reason of policy", EnumSet.of(Asker.EXPERT, Asker.COMMITTEE, Asker.ADMINISTRATOR)),
                tokens.word("author of policy", EnumSet.of(Asker.EXPERT, Asker.COMMITTEE, Asker.ADMINISTRATOR)));
    }

    private void keyed() {
        Set<Asker> readers = readers(Asker.States.OWN, "COMMITTEE", false);
        key = UUID.randomUUID().toString();
        String reference = tokens.word("reference of keyed request", readers);
        keyed = Body.request(Asker.States.OWN, reference);
        Answer created = http.ask(Asker.EXPERT, Question.post("/api/v1/requests", keyed, "Idempotency-Key", key));
        String id = new JsonPath(created.body()).getString("id");
        tokens.known(id, "id of keyed request", readers);
        requests.add("/requests/" + id);
    }

    /** Who may read an item, by its owner's State or provider. */
    static Set<Asker> readers(String owner, String audience, boolean draft) {
        Set<Asker> readers = EnumSet.of(Asker.EXPERT);
        if (!draft) {
            readers.add(Asker.COMMITTEE);
            if (!audience.equals("COMMITTEE")) {
                readers.addAll(List.of(
                        Asker.OWN_FOCAL_POINT, Asker.OTHER_FOCAL_POINT, Asker.OWN_PROVIDER, Asker.OTHER_PROVIDER));
            }
            if (audience.equals("PUBLIC")) {
                readers.addAll(List.of(Asker.PUBLIC, Asker.ADMINISTRATOR));
            }
        }
        readers.addAll(owners(owner));
        return readers;
    }

    /** Those of them to whom the author confides whom it blocks, and who follow the record. */
    private static Set<Asker> confidants(String owner, Set<Asker> readers) {
        Set<Asker> confidants = EnumSet.copyOf(owners(owner));
        confidants.addAll(EnumSet.of(Asker.EXPERT, Asker.COMMITTEE));
        confidants.retainAll(readers);
        return confidants;
    }

    static Set<Asker> owners(String owner) {
        Set<Asker> none = EnumSet.noneOf(Asker.class);
        return switch (owner) {
            case Asker.States.OWN -> EnumSet.of(Asker.OWN_FOCAL_POINT);
            case Asker.States.OTHER -> EnumSet.of(Asker.OTHER_FOCAL_POINT);
            case Asker.Codes.OWN -> EnumSet.of(Asker.OWN_PROVIDER);
            case Asker.Codes.OTHER -> EnumSet.of(Asker.OTHER_PROVIDER);
            default -> none;
        };
    }
}
