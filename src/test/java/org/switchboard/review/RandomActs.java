package org.switchboard.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.switchboard.review.ActsModel.Proposal;
import static org.switchboard.review.ActsModel.Row;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.switchboard.need.NeedStatus;
import org.switchboard.testing.Caller;
import org.switchboard.testing.People;

/** Draws acts, allowed and not, of everybody who has a say, and says of each how the service should answer. */
final class RandomActs {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_ALLOWED = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int ANOTHER_VERSION = 412;
    private static final int BROKEN = 422;
    private static final int MOST_EXTENSION = 10;

    private static final Map<String, ?> REASON = Map.of("reason", "as drawn");

    private final ActsWorld world;
    private final StoredActs stored;
    private final ActsModel model;
    private final Random random;
    private final TermsJob terms;
    private final String run;
    private final List<Row> plan;

    private final Caller expert = Caller.expert();
    private final List<Actor> members;
    private final List<Actor> sides;

    /**
     * Somebody who acts.
     *
     * @param key of the member State, State or provider
     */
    private record Actor(Caller caller, String key) {
        @Override
        public String toString() {
            return caller.name();
        }
    }

    /**
     * One act.
     *
     * @param expected how the service should answer; 0 for what the clock does
     * @param effect on the model, where it is done
     */
    record Act(String words, int expected, Supplier<Response> done, Consumer<Response> effect) {
        /** Whether it is allowed; the clock is never refused. */
        boolean isDone() {
            return expected == 0 || expected == OK || expected == CREATED;
        }

        @Override
        public String toString() {
            return words + (expected == 0 ? "" : " -> " + expected);
        }
    }

    RandomActs(ActsWorld world, StoredActs stored, Random random, TermsJob terms, String run) {
        this.stored = stored;
        this.world = world;
        this.model = world.model();
        this.random = random;
        this.terms = terms;
        this.run = run;
        this.plan = world.rows(run);
        String home = world.stored().home().iso3();
        String other = world.stored().other().iso3();
        this.members = new TreeSet<>(List.of("NOR", "FRA", world.donorState(), home))
                .stream()
                        .map(state -> new Actor(Caller.committee(state), state))
                        .toList();
        this.sides = List.of(
                new Actor(Caller.focalPoint(home), home),
                new Actor(Caller.focalPoint(other), other),
                new Actor(
                        Caller.provider(world.stored().provider()),
                        world.stored().provider()),
                new Actor(Caller.provider(world.donor()), world.donor()));
    }

    Act next() {
        int drawn = random.nextInt(100);
        if (drawn < 6) {
            return putPlanForward();
        }
        if (drawn < 24 || model.proposals.isEmpty()) {
            return addByHand();
        }
        if (drawn < 27) {
            return needs();
        }
        if (drawn < 36) {
            return look();
        }
        Proposal one = one();
        if (drawn < 48 && one.status.hasTerm() && !one.late || one.status == ProposalStatus.DELIVERED && drawn < 44) {
            return timePasses(one);
        }
        return of(one);
    }

    private Act of(Proposal one) {
        boolean fitting = random.nextInt(4) > 0;
        if (!fitting) {
            return switch (random.nextInt(4)) {
                case 0 -> ofCommittee(one);
                case 1 -> ofSides(one);
                case 2 -> ofExperts(one);
                default -> ofDelivery(one);
            };
        }
        return switch (one.status) {
            case BEFORE_COMMITTEE, HELD -> ofCommittee(one);
            case AWAITS_RECIPIENT, AWAITS_PROVIDER -> ofSides(one);
            case CONFIRMED, IN_DELIVERY, DELIVERED, CLOSED -> ofDelivery(one);
            case OBJECTED, DECLINED, LAPSED, WITHDRAWN, SUPERSEDED -> ofExperts(one);
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Rather one that stands. */
    private Proposal one() {
        List<Proposal> standing = model.standing();
        return standing.isEmpty() || random.nextInt(5) == 0 ? any(model.proposals) : any(standing);
    }

    // What experts put forward

    private Row row() {
        ActsModel.Need need = any(model.needs);
        int parts = random.nextBoolean() ? Math.max(1, model.open(need)) : 1 + random.nextInt(need.parts);
        return new Row(need, any(model.offers), parts);
    }

    private Act addByHand() {
        Row row = row();
        boolean byExpert = random.nextInt(12) > 0;
        Caller who = byExpert ? expert : any(sides).caller();
        boolean may = !model.mayStand(List.of(row)).isEmpty();
        return new Act(
                who.name() + " adds " + row,
                byExpert ? may ? CREATED : BROKEN : NOT_ALLOWED,
                () -> who.asks()
                        .contentType("application/json")
                        .body(asked(row))
                        .post("/api/v1/proposals"),
                answer -> {
                    model.takeBackOutdated();
                    made(
                            row,
                            answer.jsonPath().getString("id"),
                            answer.jsonPath().getLong("usd"));
                });
    }

    private static Map<String, Object> asked(Row row) {
        return Map.of("need", row.need().id, "offer", row.offer().id(), "parts", row.parts(), "reason", "as drawn");
    }

    private void made(Row row, String id, long usd) {
        model.proposals.add(new Proposal(UUID.fromString(id), row, usd));
    }

    private Act putPlanForward() {
        Map<List<Object>, Row> wanted = new LinkedHashMap<>();
        List<Row> only = plan.stream().filter(row -> random.nextBoolean()).toList();
        only.forEach(row -> wanted.put(pair(row), row));
        List<Map<String, Object>> changes = new ArrayList<>();
        List<Row> changed = new ArrayList<>();
        for (Row row : plan) {
            if (random.nextInt(6) == 0) {
                int parts = random.nextInt(row.need().parts + 1);
                changes.add(asked(new Row(row.need(), row.offer(), parts)));
                wanted.remove(pair(row));
                changed.add(new Row(row.need(), row.offer(), parts));
            }
        }
        changed.stream().filter(row -> row.parts() > 0).forEach(row -> wanted.put(pair(row), row));
        List<Row> additions = new ArrayList<>();
        boolean twice = false;
        for (int i = random.nextInt(4); i > 0; i--) {
            Row row = row();
            additions.add(row);
            twice |= wanted.put(pair(row), row) != null;
        }
        List<Proposal> superseded = random.nextInt(3) == 0 && !model.proposals.isEmpty() ? List.of(one()) : List.of();
        boolean supersedes = superseded.stream()
                .allMatch(one -> one.isBeforeCommittee() || one.status == ProposalStatus.AWAITS_RECIPIENT);
        Map<String, Object> body = Map.of(
                "reason",
                "as drawn",
                "only",
                only.stream()
                        .map(row -> Map.of(
                                "need", row.need().id, "offer", row.offer().id()))
                        .toList(),
                "changes",
                changes,
                "additions",
                additions.stream().map(RandomActs::asked).toList(),
                "supersedes",
                superseded.stream().map(one -> one.id).toList());
        return new Act(
                "the expert puts forward " + wanted.values() + " in place of " + superseded,
                twice ? BROKEN : supersedes ? OK : CONFLICT,
                () -> Steps.putForward(run, body),
                answer -> {
                    superseded.forEach(one -> model.end(one, ProposalStatus.SUPERSEDED));
                    model.takeBackOutdated();
                    putForward(List.copyOf(wanted.values()), answer);
                });
    }

    private static List<Object> pair(Row row) {
        return List.of(row.need().id, row.offer().id());
    }

    /** What should be made of it is made, and all else is held back. */
    private void putForward(List<Row> wanted, Response answer) {
        Map<Row, Map<String, Object>> made = new HashMap<>();
        for (Map<String, Object> proposal : answer.jsonPath().<Map<String, Object>>getList("proposals")) {
            UUID need = UUID.fromString((String) ((Map<?, ?>) proposal.get("need")).get("id"));
            UUID offer = UUID.fromString((String) ((Map<?, ?>) proposal.get("offer")).get("id"));
            Row row = wanted.stream()
                    .filter(one ->
                            one.need().id.equals(need) && one.offer().id().equals(offer))
                    .findFirst()
                    .orElseThrow();
            made.put(row, proposal);
        }
        Set<Row> expected = new LinkedHashSet<>();
        wanted.stream()
                .collect(Collectors.groupingBy(
                        row -> row.need().partialOk ? (Object) row : row.need(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(group -> model.mayStand(group).forEach(row -> {
                    expected.add(row);
                    Optional.ofNullable(made.get(row))
                            .ifPresent(one -> made(row, (String) one.get("id"), ((Number) one.get("usd")).longValue()));
                }));
        assertEquals(expected, made.keySet(), "rows of the plan that became proposals");
        assertEquals(
                wanted.size() - expected.size(),
                answer.jsonPath().getList("heldBack").size(),
                "rows that were held back");
    }

    // What experts do with a proposal

    private Act ofExperts(Proposal one) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                boolean may = one.status.leadsTo(ProposalStatus.WITHDRAWN);
                yield byExpert(one, "withdrawal", may ? OK : CONFLICT, () -> model.end(one, ProposalStatus.WITHDRAWN));
            }
            case 1 -> {
                boolean may = (one.status == ProposalStatus.DECLINED || one.status == ProposalStatus.OBJECTED)
                        && !one.banLifted;
                yield byExpert(one, "readmission", may ? OK : CONFLICT, () -> one.banLifted = true);
            }
            default -> nextBest(one);
        };
    }

    private Act byExpert(Proposal one, String step, int expected, Runnable effect) {
        if (random.nextInt(12) == 0) {
            return act(any(sides).caller(), one, step, REASON, NOT_ALLOWED, () -> {});
        }
        return act(expert, one, step, REASON, expected, effect);
    }

    private Act nextBest(Proposal one) {
        boolean may = !one.status.stands() && model.offers.stream().anyMatch(offer -> model.most(one.need, offer) > 0);
        return new Act(
                "the expert puts the next best forward after " + one,
                may ? CREATED : CONFLICT,
                () -> Steps.act(expert, one.id.toString(), "next-best"),
                answer -> {
                    ActsModel.Offer offer =
                            world.offer(UUID.fromString(answer.jsonPath().getString("offer.id")));
                    int parts = answer.jsonPath().getInt("parts");
                    assertEquals(model.most(one.need, offer), parts, "the most that this offer can pay");
                    model.takeBackOutdated();
                    made(
                            new Row(one.need, offer, parts),
                            answer.jsonPath().getString("id"),
                            answer.jsonPath().getLong("usd"));
                });
    }

    // What the Committee does

    private Act ofCommittee(Proposal one) {
        if (random.nextInt(12) == 0) {
            return act(any(sides).caller(), one, "hold", REASON, NOT_ALLOWED, () -> {});
        }
        Actor member = any(members);
        boolean recused = member.key().equals(one.need.state)
                || member.key().equals(world.donorState())
                        && one.offer.provider().equals(world.donor());
        boolean before = one.isBeforeCommittee() && !one.late;
        int first = recused ? NOT_ALLOWED : before ? OK : CONFLICT;
        return switch (random.nextInt(10)) {
            case 0, 1 -> act(member.caller(), one, "passage", REASON, first, () -> {});
            case 2, 3, 4 -> {
                boolean may = !one.heldBy.contains(member.key());
                yield act(member.caller(), one, "hold", REASON, first == OK && !may ? CONFLICT : first, () -> {
                    one.heldBy.add(member.key());
                    one.status = ProposalStatus.HELD;
                });
            }
            case 5, 6 -> {
                boolean may = one.heldBy.contains(member.key());
                yield act(member.caller(), one, "hold-release", REASON, first == OK && !may ? CONFLICT : first, () -> {
                    one.heldBy.remove(member.key());
                    one.status = one.heldBy.isEmpty() ? ProposalStatus.BEFORE_COMMITTEE : ProposalStatus.HELD;
                });
            }
            case 7, 8 -> {
                int days = 1 + random.nextInt(7);
                boolean may = one.extended + days <= MOST_EXTENSION;
                yield act(
                        member.caller(),
                        one,
                        "extension",
                        Map.of("days", days, "reason", "as drawn"),
                        first == OK && !may ? CONFLICT : first,
                        () -> one.extended += days);
            }
            default ->
                act(member.caller(), one, "objections", REASON, first, () -> model.end(one, ProposalStatus.OBJECTED));
        };
    }

    // What the two sides do

    private Optional<Party> party(Actor side, Proposal one) {
        if (side.key().equals(one.need.state)) {
            return one.shownToRecipient ? Optional.of(Party.RECIPIENT) : Optional.empty();
        }
        return side.key().equals(one.offer.provider()) && one.shownToProvider
                ? Optional.of(Party.PROVIDER)
                : Optional.empty();
    }

    private Actor side(Proposal one) {
        if (random.nextInt(4) == 0) {
            return any(sides);
        }
        boolean recipient = one.status == ProposalStatus.AWAITS_RECIPIENT
                || one.status != ProposalStatus.AWAITS_PROVIDER && random.nextBoolean();
        String key = recipient ? one.need.state : one.offer.provider();
        return sides.stream().filter(side -> side.key().equals(key)).findFirst().orElseThrow();
    }

    private Act ofSides(Proposal one) {
        boolean consents = random.nextInt(5) > 0;
        String step = consents ? "consents" : "refusal";
        if (random.nextInt(12) == 0) {
            return act(expert, one, step, consents ? Map.of() : REASON, NOT_ALLOWED, () -> {});
        }
        Actor side = side(one);
        Optional<Party> party = party(side, one);
        boolean itsTurn = party.equals(Optional.of(Party.RECIPIENT)) && one.status == ProposalStatus.AWAITS_RECIPIENT
                || party.equals(Optional.of(Party.PROVIDER)) && one.status == ProposalStatus.AWAITS_PROVIDER;
        boolean may = itsTurn && !one.late && !one.outdated();
        int first = party.isEmpty() ? NOT_FOUND : may ? OK : CONFLICT;
        if (!consents) {
            return act(side.caller(), one, step, REASON, first, () -> model.end(one, ProposalStatus.DECLINED));
        }
        int parts = random.nextBoolean() ? 0 : 1 + random.nextInt(one.need.parts);
        boolean less = one.need.partialOk && one.status == ProposalStatus.AWAITS_RECIPIENT && parts < one.parts;
        boolean fits = parts == 0 || parts == one.parts || less;
        Map<String, ?> body = parts == 0 ? Map.of() : Map.of("parts", parts);
        return act(side.caller(), one, step, body, first == OK && !fits ? BROKEN : first, () -> {
            if (one.status == ProposalStatus.AWAITS_PROVIDER) {
                one.status = ProposalStatus.CONFIRMED;
                one.need.follow(NeedStatus.MATCHED);
            } else {
                one.status = ProposalStatus.AWAITS_PROVIDER;
                one.shownToProvider = true;
                one.usd = parts == 0 ? one.usd : Math.round((double) one.usd * parts / one.parts);
                one.parts = parts == 0 ? one.parts : parts;
            }
        });
    }

    // Delivery

    private Act ofDelivery(Proposal one) {
        return switch (random.nextInt(one.status == ProposalStatus.DELIVERED ? 4 : 12)) {
            case 0, 1 -> feedback(one);
            case 2, 3 -> yearAnswer(one);
            case 4 -> milestones(one);
            case 5, 6, 7 -> payment(one);
            case 8 -> {
                boolean may = isUnderWay(one);
                yield byExpert(one, "delivery/completion", may ? OK : CONFLICT, () -> {
                    model.delivering(one);
                    model.delivered(one);
                });
            }
            default -> report(one);
        };
    }

    private static boolean isUnderWay(Proposal one) {
        return one.status == ProposalStatus.CONFIRMED || one.status == ProposalStatus.IN_DELIVERY;
    }

    /** How far one comes who reports on a delivery. */
    private int reporting(Actor side, Proposal one, boolean forProviders) {
        boolean ofState = sides.indexOf(side) < 2;
        if (forProviders && ofState) {
            return NOT_ALLOWED;
        }
        return party(side, one).isEmpty() ? NOT_FOUND : isUnderWay(one) ? OK : CONFLICT;
    }

    private Act milestones(Proposal one) {
        Actor side = side(one);
        Map<String, ?> body = Map.of("milestones", List.of(Map.of("title", "First", "dueOn", "2090-01-01")));
        return new Act(
                side + " sets milestones of " + one,
                reporting(side, one, true),
                () -> side.caller()
                        .asks()
                        .header("If-Match", tag(side.caller(), one))
                        .contentType("application/json")
                        .body(body)
                        .put("/api/v1/proposals/" + one.id + "/delivery/milestones"),
                answer -> model.delivering(one));
    }

    private Act payment(Proposal one) {
        Actor side = side(one);
        boolean commits = random.nextBoolean();
        long left = commits ? one.usd - one.committed : one.committed - one.paid;
        long usd = random.nextInt(4) == 0 ? random.nextInt(20_000) - 10_000 : left / 2;
        long committed = one.committed + (commits ? usd : 0);
        long paid = one.paid + (commits ? 0 : usd);
        boolean may = usd != 0 && committed >= 0 && paid >= 0 && committed <= one.usd && paid <= committed;
        int first = reporting(side, one, true);
        return act(
                side.caller(),
                one,
                "delivery/payments",
                Map.of(
                        "kind",
                        commits ? "COMMITTED" : "PAID",
                        "usd",
                        usd,
                        "on",
                        yesterday().toString()),
                first == OK && !may ? BROKEN : first,
                () -> {
                    one.committed = committed;
                    one.paid = paid;
                    model.delivering(one);
                });
    }

    private Act report(Proposal one) {
        Actor side = side(one);
        boolean finished = random.nextBoolean();
        return act(
                side.caller(),
                one,
                "delivery/reports",
                Map.of("words", "as drawn", "finished", finished),
                reporting(side, one, false),
                () -> {
                    model.delivering(one);
                    if (finished) {
                        model.finished(one, party(side, one).orElseThrow());
                    }
                });
    }

    private Act feedback(Proposal one) {
        Actor side = side(one);
        Optional<Party> party = party(side, one);
        boolean may = one.status == ProposalStatus.DELIVERED
                && party.filter(one.rated::contains).isEmpty();
        return act(
                side.caller(),
                one,
                "delivery/feedback",
                Map.of("rating", 1 + random.nextInt(5)),
                party.isEmpty() ? NOT_FOUND : may ? OK : CONFLICT,
                () -> {
                    one.rated.add(party.orElseThrow());
                    model.closeIfAllIsSaid(one);
                });
    }

    private Act yearAnswer(Proposal one) {
        Actor side = side(one);
        boolean ofState = sides.indexOf(side) < 2;
        boolean may = one.status == ProposalStatus.DELIVERED && one.askedAfterAYear && !one.answered;
        int first = party(side, one).isEmpty() ? NOT_FOUND : may ? OK : CONFLICT;
        return act(
                side.caller(),
                one,
                "delivery/answer-after-a-year",
                Map.of("inUse", true, "words", "as drawn"),
                ofState ? first : NOT_ALLOWED,
                () -> {
                    one.answered = true;
                    model.closeIfAllIsSaid(one);
                });
    }

    // What States do with their needs

    private Act needs() {
        ActsModel.Need need = any(model.needs);
        Actor state = sides.stream()
                .filter(side -> side.key().equals(need.state))
                .findFirst()
                .orElseThrow();
        String path = "/api/v1/needs/" + need.id;
        if (random.nextInt(3) == 0) {
            boolean may = need.status.leadsTo(NeedStatus.WITHDRAWN);
            return new Act(
                    state + " withdraws " + need,
                    may ? OK : CONFLICT,
                    () -> state.caller()
                            .asks()
                            .header("If-Match", tag(need))
                            .contentType("application/json")
                            .body(REASON)
                            .post(path + "/withdrawal"),
                    answer -> need.status = NeedStatus.WITHDRAWN);
        }
        long cost = List.of(10_000L, 20_000L, 35_000L).get(random.nextInt(3));
        return new Act(
                state + " changes the cost of " + need + " to " + cost,
                need.status == NeedStatus.OPEN ? OK : CONFLICT,
                () -> state.caller()
                        .asks()
                        .header("If-Match", tag(need))
                        .contentType("application/json")
                        .body(content(need, cost))
                        .put(path),
                answer -> need.cost = cost);
    }

    private Map<String, Object> content(ActsModel.Need need, long cost) {
        Map<String, Object> content = new HashMap<>(Map.of(
                "reference",
                world.stored().reference(need.name),
                "theme",
                "FIN",
                "stage",
                "B",
                "kind",
                "TRAINING",
                "title",
                "Need " + need.name,
                "cost",
                Map.of("amount", cost, "currency", "USD"),
                "tranches",
                need.parts,
                "partialOk",
                need.partialOk,
                "from",
                "2027-01-01",
                "to",
                "2027-12-31"));
        content.put("languages", List.of(world.stored().language()));
        return content;
    }

    // What time does

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }

    private Act timePasses(Proposal one) {
        boolean delivered = one.status == ProposalStatus.DELIVERED;
        return new Act(
                delivered ? "a year passes for " + one : "the term passes of " + one,
                0,
                () -> {
                    if (delivered) {
                        People.run(
                                "update proposal set delivered_at = delivered_at - interval '1 year 2 days' where id = ?",
                                one.id);
                    } else {
                        People.run("update proposal set until = ? where id = ?", yesterday(), one.id);
                    }
                    return null;
                },
                nothing -> one.late = !delivered || !one.askedAfterAYear);
    }

    private Act look() {
        return new Act(
                "terms are looked at",
                0,
                () -> {
                    terms.look();
                    return null;
                },
                nothing -> model.lookAtTerms());
    }

    // How it is said

    private Act act(Caller who, Proposal one, String step, Map<String, ?> body, int expected, Runnable effect) {
        boolean stale = random.nextInt(20) == 0;
        boolean seen = expected != NOT_ALLOWED && expected != NOT_FOUND;
        return new Act(
                "%s: %s %s of %s%s".formatted(who.name(), step, body, one, stale ? ", of another version" : ""),
                stale && seen ? ANOTHER_VERSION : expected,
                () -> who.asks()
                        .header("If-Match", stale ? "\"9999\"" : tag(who, one))
                        .contentType("application/json")
                        .body(body)
                        .post("/api/v1/proposals/" + one.id + "/" + step),
                answer -> effect.run());
    }

    private static String tag(Caller who, Proposal one) {
        return '"' + String.valueOf(Steps.version(who, one.id.toString())) + '"';
    }

    private String tag(ActsModel.Need need) {
        return stored.tagOfNeed(need.id);
    }
}
