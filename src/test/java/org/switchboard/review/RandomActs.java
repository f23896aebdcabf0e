package org.switchboard.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.switchboard.review.ActsModel.Proposal;
import static org.switchboard.review.ActsModel.Row;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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
     * @param tally what it is an instance of: with which proposal in which status, what is done, and how that is answered
     * @param expected how the service should answer; 0 for what the clock does
     * @param effect on the model, where it is done
     */
    record Act(String tally, String words, int expected, Supplier<Response> done, Consumer<Response> effect) {
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
        if (drawn < 5) {
            return putPlanForward(superseded());
        }
        if (drawn < 17 || model.proposals.isEmpty()) {
            return addByHand();
        }
        if (drawn < 19) {
            return of(any(model.needs));
        }
        if (drawn < 29) {
            return look();
        }
        Proposal one = one();
        return !one.late && random.nextInt(100) < impatience(one) ? timePasses(one) : of(one);
    }

    /** How often time passes instead of something being done, in a hundred: without it little would get past the Committee. */
    private static int impatience(Proposal one) {
        return switch (one.status) {
            case BEFORE_COMMITTEE -> 45;
            case AWAITS_RECIPIENT, AWAITS_PROVIDER -> 8;
            case DELIVERED -> one.askedAfterAYear ? 0 : 40;
            default -> 0;
        };
    }

    /** Something that somebody may or may not do with a proposal. */
    Act of(Proposal one) {
        boolean fitting = random.nextInt(5) > 0;
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

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Mostly one that stands, and of these often the one that has come furthest. */
    private Proposal one() {
        List<Proposal> standing = model.standing();
        if (standing.isEmpty() || random.nextInt(6) == 0) {
            return any(model.proposals);
        }
        return random.nextBoolean()
                ? any(standing)
                : standing.stream()
                        .filter(one -> one.status != ProposalStatus.CLOSED)
                        .max(Comparator.comparing(one -> one.status))
                        .orElse(standing.get(0));
    }

    // What experts put forward

    private Row row() {
        ActsModel.Need need = any(model.needs);
        int parts = random.nextBoolean() ? Math.max(1, model.open(need)) : 1 + random.nextInt(need.parts);
        return new Row(need, any(model.offers), parts);
    }

    Act addByHand() {
        Row row = row();
        boolean byExpert = random.nextInt(12) > 0;
        Caller who = byExpert ? expert : any(sides).caller();
        boolean may = !model.mayStand(List.of(row)).isEmpty();
        String hindrance = model.onlyHindrance(row).map(only -> "+" + only).orElse("");
        return new Act(
                "addition" + (byExpert ? hindrance : ""),
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

    private List<Proposal> superseded() {
        return random.nextInt(6) == 0 && !model.proposals.isEmpty() ? List.of(one()) : List.of();
    }

    Act putPlanForward(List<Proposal> superseded) {
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
                "plan",
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
        return byExpert(one, step, "", expected, effect);
    }

    private Act byExpert(Proposal one, String step, String detail, int expected, Runnable effect) {
        if (random.nextInt(12) == 0) {
            return act(any(sides).caller(), one, step, REASON, NOT_ALLOWED, () -> {});
        }
        return act(expert, one, step, detail, REASON, expected, effect);
    }

    private Act nextBest(Proposal one) {
        boolean may = !one.status.stands() && model.offers.stream().anyMatch(offer -> model.most(one.need, offer) > 0);
        return new Act(
                tally(one, "next-best", may ? CREATED : CONFLICT),
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
            case 0, 1 -> act(member.caller(), one, "passage", REASON, first, () -> one.said(ActKind.LET_PASS));
            case 2, 3, 4 -> {
                boolean may = !one.heldBy.contains(member.key());
                yield act(member.caller(), one, "hold", REASON, first == OK && !may ? CONFLICT : first, () -> {
                    one.said(ActKind.HELD);
                    one.heldBy.add(member.key());
                    one.status = ProposalStatus.HELD;
                });
            }
            case 5, 6 -> {
                boolean may = one.heldBy.contains(member.key());
                yield act(member.caller(), one, "hold-release", REASON, first == OK && !may ? CONFLICT : first, () -> {
                    one.said(ActKind.RELEASED);
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
                        () -> {
                            one.said(ActKind.EXTENDED);
                            one.extended += days;
                        });
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
        boolean consents = random.nextInt(8) > 0;
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
        String detail = itsTurn && !one.late && one.outdated() ? "+outdated" : "";
        if (!consents) {
            return act(side.caller(), one, step, detail, REASON, first, () -> model.end(one, ProposalStatus.DECLINED));
        }
        int parts = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(one.need.parts);
        boolean less = one.need.partialOk && one.status == ProposalStatus.AWAITS_RECIPIENT && parts < one.parts;
        boolean fits = parts == 0 || parts == one.parts || less;
        Map<String, ?> body = parts == 0 ? Map.of() : Map.of("parts", parts);
        return act(side.caller(), one, step, detail, body, first == OK && !fits ? BROKEN : first, () -> {
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
        boolean onlyWhatIsAsked = one.status == ProposalStatus.DELIVERED && random.nextBoolean();
        return switch (random.nextInt(onlyWhatIsAsked ? 4 : 12)) {
            case 0, 1 -> feedback(one);
            case 2, 3 -> yearAnswer(one);
            case 4 -> milestones(one);
            case 5, 6, 7 -> payment(one);
            case 8 -> {
                boolean may = isUnderWay(one);
                String detail = may && !model.isDeliveredWith(one) ? "+of-a-part" : "";
                yield byExpert(one, "delivery/completion", detail, may ? OK : CONFLICT, () -> {
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
        boolean past = random.nextBoolean();
        int expected = reporting(side, one, true);
        Map<String, ?> body =
                Map.of("milestones", List.of(Map.of("title", "First", "dueOn", past ? "2020-01-01" : "2090-01-01")));
        return new Act(
                tally(one, "delivery/milestones", expected),
                "%s sets milestones of %s, %s"
                        .formatted(side, one, past ? "of which one is past" : "none of them past"),
                expected,
                () -> side.caller()
                        .asks()
                        .header("If-Match", tag(side.caller(), one))
                        .contentType("application/json")
                        .body(body)
                        .put("/api/v1/proposals/" + one.id + "/delivery/milestones"),
                answer -> {
                    one.milestonePast = past;
                    model.delivering(one);
                });
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
        boolean lessThanNothing = usd == 0 || committed < 0 || paid < 0;
        boolean aboveAgreed = committed > one.usd;
        String detail = lessThanNothing || may
                ? ""
                : aboveAgreed ? paid > committed ? "" : "+above-agreed" : "+above-committed";
        return act(
                side.caller(),
                one,
                "delivery/payments",
                first == OK ? detail : "",
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
                    Party party = party(side, one).orElseThrow();
                    one.reported.add(party);
                    model.delivering(one);
                    if (finished) {
                        model.finished(one, party);
                    }
                });
    }

    private Act feedback(Proposal one) {
        Actor side = side(one);
        Optional<Party> party = party(side, one);
        boolean may = one.status == ProposalStatus.DELIVERED
                && party.filter(one.rated::contains).isEmpty();
        boolean ofTheOther = may && one.rated.size() == 1;
        return act(
                side.caller(),
                one,
                "delivery/feedback",
                ofTheOther ? one.answered ? "+closing" : "+before-the-answer" : "",
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
                may && one.rated.size() == Party.values().length ? "+closing" : "",
                Map.of("inUse", true, "words", "as drawn"),
                ofState ? first : NOT_ALLOWED,
                () -> {
                    one.answered = true;
                    model.closeIfAllIsSaid(one);
                });
    }

    // What States do with their needs

    /** Its State changes or withdraws a need. */
    Act of(ActsModel.Need need) {
        Actor state = sides.stream()
                .filter(side -> side.key().equals(need.state))
                .findFirst()
                .orElseThrow();
        String path = "/api/v1/needs/" + need.id;
        if (random.nextInt(3) == 0) {
            boolean may = need.status.leadsTo(NeedStatus.WITHDRAWN);
            return new Act(
                    "withdrawal of a need",
                    state + " withdraws " + need,
                    may ? OK : CONFLICT,
                    () -> state.caller()
                            .asks()
                            .header("If-Match", tag(need))
                            .contentType("application/json")
                            .body(REASON)
                            .post(path + "/withdrawal"),
                    answer -> need.follow(NeedStatus.WITHDRAWN));
        }
        long cost = List.of(10_000L, 20_000L, 35_000L).get(random.nextInt(3));
        return new Act(
                "change of a need",
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

    Act timePasses(Proposal one) {
        boolean delivered = one.status == ProposalStatus.DELIVERED;
        return new Act(
                "time",
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

    Act look() {
        boolean again = model.proposals.stream()
                .anyMatch(one -> one.status == ProposalStatus.IN_DELIVERY && one.milestonePast && one.toldOverdue);
        return new Act(
                "look" + (again ? "+overdue-again" : ""),
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
        return act(who, one, step, "", body, expected, effect);
    }

    /** @param detail what is particular in it, for its tally */
    private Act act(
            Caller who, Proposal one, String step, String detail, Map<String, ?> body, int expected, Runnable effect) {
        boolean stale = random.nextInt(20) == 0;
        boolean seen = expected != NOT_ALLOWED && expected != NOT_FOUND;
        int answered = stale && seen ? ANOTHER_VERSION : expected;
        return new Act(
                tally(one, step + detail, answered),
                "%s: %s %s of %s%s".formatted(who.name(), step, body, one, stale ? ", of another version" : ""),
                answered,
                () -> who.asks()
                        .header("If-Match", stale ? "\"9999\"" : tag(who, one))
                        .contentType("application/json")
                        .body(body)
                        .post("/api/v1/proposals/" + one.id + "/" + step),
                answer -> effect.run());
    }

    private static String tally(Proposal one, String step, int expected) {
        return "%s%s %s %d".formatted(one.status, one.late ? " late" : "", step, expected);
    }

    private static String tag(Caller who, Proposal one) {
        return '"' + String.valueOf(Steps.version(who, one.id.toString())) + '"';
    }

    private String tag(ActsModel.Need need) {
        return stored.tagOfNeed(need.id);
    }
}
