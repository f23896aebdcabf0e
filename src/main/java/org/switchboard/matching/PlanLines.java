package org.switchboard.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.CandidateTable;
import org.switchboard.matching.engine.PlanRow;

/** The rows of a plan with their money and fit, in the numbers of its problem: all that is stored of them. */
record PlanLines(List<PlanRow> rows, List<Long> usd, List<Integer> fit) {

    static PlanLines of(Snapshot snapshot, List<PlanRow> rows) {
        CandidateTable candidates = snapshot.problem().candidates();
        Map<Integer, Integer> partsBefore = new HashMap<>();
        List<Long> usd = new ArrayList<>();
        List<Integer> fit = new ArrayList<>();
        for (PlanRow row : rows) {
            int before = partsBefore.getOrDefault(row.need(), 0);
            partsBefore.put(row.need(), before + row.parts());
            usd.add(snapshot.usd(row.need(), before, row.parts()));
            fit.add(candidates.fit(candidates.find(row.need(), row.offer())));
        }
        return new PlanLines(rows, usd, fit);
    }

    static PlanLines of(RunCheckpointEntity checkpoint) {
        return new PlanLines(rows(checkpoint), checkpoint.usd, checkpoint.fit);
    }

    static List<PlanRow> rows(RunCheckpointEntity checkpoint) {
        return IntStream.range(0, checkpoint.needs.size())
                .mapToObj(i -> new PlanRow(checkpoint.needs.get(i), checkpoint.offers.get(i), checkpoint.parts.get(i)))
                .toList();
    }

    void writeTo(RunCheckpointEntity checkpoint) {
        checkpoint.needs = rows.stream().map(PlanRow::need).toList();
        checkpoint.offers = rows.stream().map(PlanRow::offer).toList();
        checkpoint.parts = rows.stream().map(PlanRow::parts).toList();
        checkpoint.usd = usd;
        checkpoint.fit = fit;
    }

    /** By the items that the numbers stand for. */
    List<PlanRowEntity> entities(RunEntity run, List<UUID> needs, List<UUID> offers) {
        Set<UUID> extra = run.extraOffers.stream().map(columns -> columns.offer).collect(Collectors.toSet());
        List<PlanRowEntity> entities = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            PlanRow row = rows.get(i);
            PlanRowEntity entity = new PlanRowEntity();
            entity.run = run.id;
            entity.need = needs.get(row.need());
            entity.offer = offers.get(row.offer());
            entity.parts = row.parts();
            entity.usd = usd.get(i);
            entity.extra = extra.contains(entity.offer);
            entity.fit = fit.get(i);
            entities.add(entity);
        }
        return entities;
    }
}
