package org.switchboard.matching.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.switchboard.matching.engine.Breach;
import org.switchboard.matching.engine.HardRule;
import org.switchboard.matching.engine.Objective;
import org.switchboard.matching.engine.OpenProblem;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.RandomProblems;
import org.switchboard.matching.engine.Rules;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.matching.engine.verification.Verifier;

/** Three readings of the rules, of plans as they are found and of plans with one thing changed, agree. */
class ReadingsTest {

    private static final int NEEDS = 30;
    private static final int OFFERS = 8;
    private static final int MUTATIONS_EACH = 12;

    private enum Mutation {
        ADD_A_ROW,
        REMOVE_A_ROW,
        GIVE_OTHER_PARTS,
        TAKE_ANOTHER_OFFER,
        REPEAT_A_ROW,
        ADD_A_PAIR_THAT_IS_NO_CANDIDATE
    }

    private final Map<Mutation, Set<Boolean>> verdicts = new EnumMap<>(Mutation.class);
    private final Set<HardRule> brokenAlone = EnumSet.noneOf(HardRule.class);

    @Test
    void allReadingsAgreeOnPlansAndOnWhatIsMadeOfThem() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Problem problem = RandomProblems.feasible(seed, NEEDS, OFFERS);
            SolveOptions options = SolveOptions.of(SolveLimits.ofSteps(200 + seed * 10L), seed);
            Solution solution = Searches.solve(problem, options.withThreads(1));
            List<PlanRow> plan = solution.plan().rows();
            byte[] file = file(problem);
            Random random = new Random(seed);

            assertTrue(judgedAlike(problem, file, plan), "seed " + seed);
            assertEquals(solution.plan().figures().level1(), new Objective(problem).level1(plan));
            for (Mutation mutation : Mutation.values()) {
                for (int n = 0; n < MUTATIONS_EACH; n++) {
                    List<PlanRow> mutated = mutated(problem, plan, mutation, random);
                    boolean kept = judgedAlike(problem, file, mutated);
                    verdicts.computeIfAbsent(mutation, unseen -> new HashSet<>())
                            .add(kept);
                }
            }
        }
        assertEquals(EnumSet.allOf(HardRule.class), brokenAlone, "each rule is the only one to catch something");
        assertEquals(Set.of(false), verdicts.get(Mutation.REPEAT_A_ROW));
        assertEquals(Set.of(false), verdicts.get(Mutation.ADD_A_PAIR_THAT_IS_NO_CANDIDATE));
        for (Mutation mutation : List.of(Mutation.REMOVE_A_ROW, Mutation.GIVE_OTHER_PARTS)) {
            assertEquals(Set.of(true, false), verdicts.get(mutation), mutation.name());
        }
    }

    /** Whether the rows keep all rules; fails where one reading says otherwise, or counts other levels. */
    private boolean judgedAlike(Problem problem, byte[] file, List<PlanRow> rows) throws IOException {
        Verifier.Verdict verdict = Verifier.verify(file, file(rows));
        List<Breach> breaches = Rules.asWritten(problem).breaches(rows);
        boolean kept = breaches.isEmpty();
        assertEquals(kept, verdict.violations().isEmpty(), () -> breaches + " but " + verdict.violations());
        assertEquals(kept, engineKeeps(problem, rows), () -> breaches + " but the engine says otherwise");
        Set<HardRule> broken = breaches.stream().map(Breach::rule).collect(Collectors.toSet());
        if (broken.size() == 1) {
            brokenAlone.addAll(broken);
        }
        if (kept) {
            assertEquals(verdict.level1(), new Objective(problem).level1(rows));
            assertEquals(verdict.level2(), new Objective(problem).level2(rows));
        }
        return kept;
    }

    /** The engine's own reading: patterns that it would make itself, in a ledger that is within its limits. */
    private static boolean engineKeeps(Problem problem, List<PlanRow> rows) {
        List<PlanRow> others = new ArrayList<>(rows);
        for (PlanRow pin : problem.pinned()) {
            if (!others.remove(pin)) {
                return false;
            }
        }
        OpenProblem open = new OpenProblem(problem);
        Ledger ledger = new Ledger(open);
        Map<Integer, List<PlanRow>> byNeed =
                others.stream().collect(Collectors.groupingBy(PlanRow::need, TreeMap::new, Collectors.toList()));
        for (Map.Entry<Integer, List<PlanRow>> need : byNeed.entrySet()) {
            Pattern pattern = pattern(problem, need.getValue());
            if (!Openings.patterns(open, need.getKey()).contains(pattern)) {
                return false;
            }
            ledger.put(need.getKey(), pattern);
        }
        return ledger.score().isFeasible();
    }

    private static Pattern pattern(Problem problem, List<PlanRow> rows) {
        int[] cells = new int[2 * rows.size()];
        List<PlanRow> sorted =
                rows.stream().sorted(Comparator.comparingInt(PlanRow::offer)).toList();
        for (int o = 0; o < sorted.size(); o++) {
            cells[2 * o] = problem.candidates()
                    .find(sorted.get(o).need(), sorted.get(o).offer());
            cells[2 * o + 1] = sorted.get(o).parts();
        }
        return new Pattern(cells);
    }

    private static List<PlanRow> mutated(Problem problem, List<PlanRow> plan, Mutation mutation, Random random) {
        List<PlanRow> rows = new ArrayList<>(plan);
        int place = random.nextInt(rows.size());
        PlanRow row = rows.get(place);
        int anyOffer = random.nextInt(OFFERS);
        int anyNeed = random.nextInt(NEEDS);
        int parts = 1 + random.nextInt(problem.needs().get(anyNeed).parts());
        switch (mutation) {
            case ADD_A_ROW -> rows.add(new PlanRow(anyNeed, anyOffer, parts));
            case REMOVE_A_ROW -> rows.remove(place);
            case GIVE_OTHER_PARTS -> rows.set(place, new PlanRow(row.need(), row.offer(), 1 + random.nextInt(5)));
            case TAKE_ANOTHER_OFFER -> rows.set(place, new PlanRow(row.need(), anyOffer, row.parts()));
            case REPEAT_A_ROW -> rows.add(row);
            case ADD_A_PAIR_THAT_IS_NO_CANDIDATE -> rows.add(noCandidate(problem, random));
        }
        return rows;
    }

    private static PlanRow noCandidate(Problem problem, Random random) {
        while (true) {
            int need = random.nextInt(NEEDS);
            int offer = random.nextInt(OFFERS);
            if (problem.candidates().find(need, offer) < 0) {
                return new PlanRow(need, offer, 1);
            }
        }
    }

    private static byte[] file(Problem problem) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ProblemFile.write(problem, file);
        return file.toByteArray();
    }

    private static byte[] file(List<PlanRow> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PlanFile.write(rows, file);
        return file.toByteArray();
    }
}
