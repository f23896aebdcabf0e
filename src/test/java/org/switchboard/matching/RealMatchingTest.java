package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Objective;
import org.switchboard.matching.engine.Plan;
import org.switchboard.matching.engine.PlanRow;
import org.switchboard.matching.engine.Problem;
import org.switchboard.matching.engine.Rules;
import org.switchboard.matching.engine.candidate.CandidateRule;
import org.switchboard.matching.engine.candidate.Candidates;
import org.switchboard.matching.engine.file.PlanFile;
import org.switchboard.matching.engine.file.ProblemFile;
import org.switchboard.matching.engine.search.Matching;
import org.switchboard.matching.engine.search.ProgressListener;
import org.switchboard.matching.engine.search.RunningStopwatch;
import org.switchboard.matching.engine.search.SolveLimits;
import org.switchboard.matching.engine.search.SolveOptions;
import org.switchboard.matching.engine.verification.Verifier;
import org.switchboard.need.NeedFile;
import org.switchboard.need.NeedImport;
import org.switchboard.need.NeedStatus;
import org.switchboard.need.NeedView;
import org.switchboard.offer.OfferDollars;
import org.switchboard.offer.OfferFile;
import org.switchboard.offer.OfferImport;
import org.switchboard.offer.OfferStatus;
import org.switchboard.offer.OfferView;
import org.switchboard.reference.Kind;
import org.switchboard.reference.Language;
import org.switchboard.reference.ReferenceData;

/**
 * Real needs and offers, and generated problems, through all of matching: four readings of the rules that share no code
 * (the engine's search, its readable rules, this project's verifier, the verifier beside the project) must agree.
 */
@Tag("real")
class RealMatchingTest {

    private static final ReferenceData REFERENCE = ReferenceData.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);
    private static final SolveLimits STEPS = SolveLimits.ofSteps(150_000);

    private static Bench bench;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() throws IOException, URISyntaxException {
        bench = Bench.compiled();
    }

    @AfterAll
    static void close() throws IOException {
        bench.close();
    }

    /** Real items with what the files leave out: seeded, and so that every rule has something to refuse. */
    private static final class World {

        private static final PolicyContent POLICY = policy();

        private final Random random;
        private final List<NeedView> needs = new ArrayList<>();
        private final List<OfferView> offers = new ArrayList<>();
        private final List<Commitments.Finding> findings = new ArrayList<>();
        private final List<Commitments.Ban> bans = new ArrayList<>();

        World(String year, long seed) throws IOException {
            Path real = Bench.shared("data/real");
            List<NeedImport.Row> asked = NeedFile.read(real.resolve("needs-" + year + ".csv"), REFERENCE, TODAY);
            List<OfferImport.Row> offered = OfferFile.read(real.resolve("offers-" + year + ".csv"), REFERENCE, TODAY);
            random = new Random(seed);
            List<String> providers = offered.stream()
                    .map(row -> row.provider().code())
                    .distinct()
                    .toList();
            List<String> states =
                    asked.stream().map(NeedImport.Row::state).distinct().toList();
            for (NeedImport.Row row : asked) {
                NeedView need = need(row, providers);
                needs.add(need);
                findings.add(new Commitments.Finding(need.id(), pick(providers)));
                if (chance(5)) {
                    bans.add(new Commitments.Ban(need.id(), pick(providers)));
                }
            }
            offered.forEach(row -> offers.add(offer(row, states)));
        }

        private NeedView need(NeedImport.Row row, List<String> providers) {
            NeedDraft need =
                    NeedDraft.of(row.state(), row.content(), row.dollars().usd());
            if (chance(20)) {
                need.blocking(List.of(pick(providers), pick(providers), pick(providers)));
            }
            if (chance(20)) {
                need.stage("C");
            }
            if (chance(6)) {
                need.status(NeedStatus.CLOSED);
            }
            if (chance(10)) {
                need.releasedOnlyTo(pick(providers), pick(providers));
            }
            if (chance(15)) {
                need.languages(List.of(pick(List.of("pt", "ru", "zh", "en", "fr"))));
            }
            return need.view();
        }

        private OfferView offer(OfferImport.Row row, List<String> states) {
            OfferDraft offer = OfferDraft.of(row.provider().code(), row.content(), row.dollars());
            if (chance(40)) {
                offer.kinds(List.of(kind(), kind(), kind()));
            }
            if (chance(20)) {
                offer.excluding(List.of(pick(states), pick(states), pick(states)));
            }
            if (chance(30)) {
                offer.stages(List.of(pick(List.of("A", "B", "C"))));
            }
            if (chance(15)) {
                offer.period(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 6, 30));
            }
            if (chance(8)) {
                offer.status(OfferStatus.SUSPENDED);
            }
            if (chance(10)) {
                offer.requiringDueDiligence();
            }
            if (chance(15)) {
                OfferDollars money = row.dollars();
                offer.money(money.budgetUsd(), money.ceilingUsd() / 2, money.ceilingUsd(), money.perStateCapUsd());
            }
            if (chance(20)) {
                offer.languages(row.content().languages().subList(0, 1));
            }
            return offer.view();
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private String kind() {
            return pick(REFERENCE.kinds(Language.EN).stream().map(Kind::code).toList());
        }

        private static PolicyContent policy() {
            PolicyContent first = PolicyContent.initial();
            return new PolicyContent(
                    first.fitWeights(),
                    first.slopes(),
                    first.band1(),
                    first.band2(),
                    first.costExponent(),
                    4,
                    Map.of("AFG", 2),
                    first.furtherProviderCharge(),
                    first.changeCharge(),
                    List.of("CVE"));
        }

        SnapshotMapping mapping() {
            return new SnapshotMapping(
                    REFERENCE,
                    POLICY,
                    new Commitments.Standing(List.of(), bans, List.of(), findings, List.of()),
                    RunAdjustments.NONE,
                    Set.of(),
                    TODAY);
        }

        Problem problem() {
            return mapping().of(needs, offers).problem();
        }

        Candidates rules() {
            return mapping().candidates(needs, offers);
        }
    }

    @ParameterizedTest
    @CsvSource({"2015, 1", "2016, 2"})
    void everyRuleAloneKeepsSomePairApartAndNoCandidateBreaksAny(String year, long seed) throws IOException {
        World world = new World(year, seed);
        Problem problem = world.problem();
        Candidates rules = world.rules();
        Map<CandidateRule, Integer> alone = new EnumMap<>(CandidateRule.class);

        for (int i = 0; i < world.needs.size(); i++) {
            for (int j = 0; j < world.offers.size(); j++) {
                Set<CandidateRule> broken = rules.rulesBroken(i, j);
                assertEquals(broken.isEmpty(), problem.candidates().find(i, j) >= 0);
                if (broken.size() == 1) {
                    alone.merge(broken.iterator().next(), 1, Integer::sum);
                }
            }
        }

        assertEquals(Set.of(CandidateRule.values()), alone.keySet(), () -> "pairs by their only broken rule: " + alone);
        assertTrue(problem.candidates().size() > 100, "and something is left to match");
    }

    @ParameterizedTest
    @CsvSource({"2015, 1", "2016, 2"})
    void plansForTheRealFilesAreJudgedAlikeByAll(String year, long seed) throws Exception {
        World world = new World(year, seed);

        Plan plan = solvedAndJudged(world.problem());

        assertTrue(plan.rows().size() > 50);
        Problem problem = world.problem();
        Files.writeString(
                Path.of("target", "real-matching-" + year + ".txt"),
                "%d needs, %d offers, %d candidates: %d rows, level 1 %d, level 2 %d%n"
                        .formatted(
                                problem.needs().size(),
                                problem.offers().size(),
                                problem.candidates().size(),
                                plan.rows().size(),
                                plan.figures().level1(),
                                plan.figures().level2()));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 0", "2, 10", "3, 10"})
    void plansForGeneratedProblemsAreJudgedAlikeByAll(long seed, int pinEvery) throws Exception {
        solvedAndJudged(generated(seed, pinEvery));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void brokenPlansAreJudgedAlikeByAll(long seed) throws Exception {
        Problem problem = generated(seed, 10);
        Path file = folder.resolve("generated.json");
        byte[] problemFile = Files.readAllBytes(file);
        Bench.Instance instance = bench.read(file);
        Plan plan = new Matching(
                        problem,
                        SolveOptions.of(SolveLimits.ofSteps(20_000), 1),
                        ProgressListener.SILENT,
                        new RunningStopwatch())
                .solve()
                .plan();
        Random random = new Random(seed);
        int broken = 0;

        for (int round = 0; round < 300; round++) {
            List<PlanRow> rows = disturbed(problem, plan.rows(), random);
            Bench.Verdict theirs = bench.verify(instance, rows);
            Verifier.Verdict ours = Verifier.verify(problemFile, planFile(rows));
            boolean kept = Rules.asWritten(problem).breaches(rows).isEmpty();

            assertEquals(theirs.violations() == 0, kept, () -> theirs.messages().toString());
            assertEquals(
                    kept, ours.violations().isEmpty(), () -> ours.violations().toString());
            assertEquals(theirs.level1(), new Objective(problem).level1(rows));
            assertEquals(theirs.level2(), new Objective(problem).level2(rows));
            assertEquals(theirs.level1(), ours.level1());
            assertEquals(theirs.level2(), ours.level2());
            broken += kept ? 0 : 1;
        }

        assertTrue(broken > 50 && broken < 300, "some keep the rules and some do not: " + broken);
    }

    @Test
    void saysWhatIsMissingWhereTheFilesAreNotThere() {
        AssertionError missing = assertThrows(AssertionError.class, () -> Bench.shared("no such folder"));

        assertTrue(missing.getMessage().contains("-Dshared="));
    }

    /** Solves by steps, and has the plan judged by all four. */
    private Plan solvedAndJudged(Problem problem) throws Exception {
        Plan plan = new Matching(problem, SolveOptions.of(STEPS, 1), ProgressListener.SILENT, new RunningStopwatch())
                .solve()
                .plan();
        Path problemFile = folder.resolve("problem.json");
        Path planFile = folder.resolve("plan.json");
        Files.write(problemFile, problemFile(problem));
        Files.write(planFile, planFile(plan.rows()));

        Bench.Verdict theirs = bench.verify(bench.read(problemFile), planFile);
        Verifier.Verdict ours = Verifier.verify(Files.readAllBytes(problemFile), Files.readAllBytes(planFile));
        assertEquals(0, theirs.violations(), () -> theirs.messages().toString());
        assertEquals(List.of(), ours.violations());
        assertEquals(List.of(), Rules.asWritten(problem).breaches(plan.rows()));
        for (long level1 : List.of(theirs.level1(), ours.level1(), new Objective(problem).level1(plan.rows()))) {
            assertEquals(plan.figures().level1(), level1);
        }
        for (long level2 : List.of(theirs.level2(), ours.level2(), new Objective(problem).level2(plan.rows()))) {
            assertEquals(plan.figures().level2(), level2);
        }
        assertEquals(problem, ProblemFile.read(new ByteArrayInputStream(Files.readAllBytes(problemFile))));
        return plan;
    }

    private Problem generated(long seed, int pinEvery) throws Exception {
        Path file = folder.resolve("generated.json");
        bench.generate("S", seed, pinEvery, file);
        return ProblemFile.read(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    /** Takes some rows out, gives others another number of parts, and puts some candidates in. */
    private static List<PlanRow> disturbed(Problem problem, List<PlanRow> plan, Random random) {
        List<PlanRow> rows = new ArrayList<>();
        int tenths = random.nextInt(3);
        for (PlanRow row : plan) {
            boolean pinned = problem.pinned().contains(row);
            if (pinned || random.nextInt(10) >= tenths) {
                rows.add(row);
            }
        }
        for (int change = random.nextInt(3); change > 0; change--) {
            int place = random.nextInt(rows.size());
            PlanRow row = rows.get(place);
            rows.set(place, new PlanRow(row.need(), row.offer(), 1 + random.nextInt(4)));
        }
        for (int further = random.nextInt(3); further > 0; further--) {
            int need = random.nextInt(problem.needs().size());
            IntStream.range(
                            problem.candidates().first(need),
                            problem.candidates().end(need))
                    .skip(random.nextInt(3))
                    .limit(1)
                    .mapToObj(index -> problem.candidates().offer(index))
                    .filter(offer -> rows.stream().noneMatch(row -> row.need() == need && row.offer() == offer))
                    .forEach(offer -> rows.add(new PlanRow(
                            need,
                            offer,
                            1 + random.nextInt(problem.needs().get(need).parts()))));
        }
        return rows;
    }

    private static byte[] problemFile(Problem problem) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ProblemFile.write(problem, file);
        return file.toByteArray();
    }

    private static byte[] planFile(List<PlanRow> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PlanFile.write(rows, file);
        return file.toByteArray();
    }
}
