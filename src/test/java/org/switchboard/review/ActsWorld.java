package org.switchboard.review;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.switchboard.matching.RunWorld;
import org.switchboard.testing.Api;
import org.switchboard.testing.People;
import org.switchboard.testing.Worker;

/** Needs of two States and offers of two providers, small enough for every limit to bite, and their model. */
final class ActsWorld {

    /** As many of one State as it takes for its absorption to bite. */
    private static final int NEEDS = 12;

    private static final Map<String, ?> SHORT = Map.of("limitSeconds", 1, "policy", 1);

    private final RunWorld stored = new RunWorld();
    private final ActsModel model;
    private final int absorption = Api.get("/policies").jsonPath().getInt("[0].policy.absorption");
    private final String donor = "D" + stored.mark();

    ActsWorld(Random random) {
        record Draft(String name, String state, long cost, int parts, boolean partialOk) {}
        record DraftOffer(String name, String provider, long budget, long ceiling, int maxNeeds, long cap) {}
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < NEEDS; i++) {
            String state = (i % 4 == 0 ? stored.other() : stored.home()).iso3();
            int parts = List.of(1, 2, 4).get(random.nextInt(3));
            drafts.add(new Draft("N" + i, state, 10_000 + random.nextInt(30_000), parts, random.nextBoolean()));
        }
        List<DraftOffer> draftOffers = List.of(
                new DraftOffer("A", stored.provider(), 150_000, 45_000, 4, 150_000),
                new DraftOffer("B", stored.provider(), 60_000, 45_000, 3, 60_000),
                new DraftOffer("C", donor, 120_000, 30_000, 4, 50_000),
                new DraftOffer("D", donor, 40_000, 40_000, 2, 40_000),
                new DraftOffer("E", stored.provider(), 400_000, 45_000, 10, 400_000));
        drafts.forEach(need -> stored.need(
                need.name(),
                need.state().equals(stored.home().iso3()) ? stored.home() : stored.other(),
                need.cost(),
                need.parts(),
                need.partialOk()));
        draftOffers.forEach(offer -> stored.offer(
                offer.name(), offer.provider(), "FIN", offer.budget(), offer.ceiling(), offer.maxNeeds(), offer.cap()));
        stored.stored();
        People.run("update provider set type = 'STATE', state = 'SWE' where code = ?", donor);
        this.model = new ActsModel(
                drafts.stream()
                        .map(need -> new ActsModel.Need(
                                need.name(),
                                id("need", need.name()),
                                need.state(),
                                need.cost(),
                                need.parts(),
                                need.partialOk()))
                        .toList(),
                draftOffers.stream()
                        .map(offer -> new ActsModel.Offer(
                                offer.name(),
                                id("offer", offer.name()),
                                offer.provider(),
                                offer.budget(),
                                offer.ceiling(),
                                offer.maxNeeds(),
                                offer.cap()))
                        .toList(),
                absorption);
    }

    private UUID id(String table, String name) {
        return UUID.fromString(
                Worker.value("select id from " + table + " where reference = ?", stored.reference(name)));
    }

    int absorption() {
        return absorption;
    }

    ActsModel model() {
        return model;
    }

    RunWorld stored() {
        return stored;
    }

    /** The State that the donor is. */
    String donorState() {
        return "SWE";
    }

    String donor() {
        return donor;
    }

    static String solved() throws Exception {
        return RunWorld.solved(SHORT).getString("id");
    }

    /** The rows of a plan that are of this world's needs. */
    List<ActsModel.Row> rows(String run) {
        JsonPath plan = RunWorld.plan(run);
        List<Map<String, Object>> rows = plan.getList("rows");
        List<ActsModel.Row> found = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            String need = (String) ((Map<?, ?>) row.get("need")).get("id");
            String offer = (String) ((Map<?, ?>) row.get("offer")).get("id");
            model.needs.stream()
                    .filter(one -> one.id.toString().equals(need))
                    .forEach(one ->
                            found.add(new ActsModel.Row(one, offer(UUID.fromString(offer)), (int) row.get("parts"))));
        }
        return found;
    }

    ActsModel.Offer offer(UUID id) {
        return model.offers.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Leaves nothing that another plan holds or chooses from. */
    void forget() {
        for (ActsModel.Need need : model.needs) {
            People.run("delete from proposal where need_id = ?", need.id);
            People.run("update need set status = 'WITHDRAWN' where id = ?", need.id);
        }
        model.offers.forEach(offer -> People.run("update offer set status = 'CLOSED' where id = ?", offer.id()));
    }
}
