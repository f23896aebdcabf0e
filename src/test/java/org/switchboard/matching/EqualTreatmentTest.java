package org.switchboard.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.matching.engine.Need;
import org.switchboard.matching.engine.Problem;
import org.switchboard.need.NeedView;
import org.switchboard.need.Priority;
import org.switchboard.offer.OfferView;
import org.switchboard.reference.ReferenceData;

/** That the engine is given nothing by which it could treat alike items differently, and that splitting does not pay. */
class EqualTreatmentTest {

    private static final ReferenceData REFERENCE = ReferenceData.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 15);

    /** All in the same region, sub-region and intermediate region, so that only the name tells them apart. */
    private static final List<String> NEIGHBOURS = List.of("KEN", "UGA", "RWA", "TZA", "ETH", "MWI");

    private static final List<String> PROVIDERS = List.of("UNDP", "IOM", "UNESCO", "ICAO", "WCO", "IMO");

    /** A random world, whose names are put on at the last moment. */
    private static final class World {

        private final Random random;
        private final UnaryOperator<String> renamed;
        private final String mark;
        private final List<NeedView> needs = new ArrayList<>();
        private final List<OfferView> offers = new ArrayList<>();
        private final List<Commitments.Row> pins = new ArrayList<>();
        private final List<Commitments.Ban> bans = new ArrayList<>();
        private final List<Commitments.Finding> findings = new ArrayList<>();
        private final List<Commitments.Rating> ratings = new ArrayList<>();

        World(long seed, UnaryOperator<String> renamed, String mark) {
            this.random = new Random(seed);
            this.renamed = renamed;
            this.mark = mark;
            IntStream.range(0, 30).forEach(this::addNeed);
            IntStream.range(0, 12).forEach(this::addOffer);
            IntStream.range(0, 6).forEach(unused -> addCommitments());
        }

        private void addNeed(int number) {
            NeedDraft need = NeedDraft.of(one(NEIGHBOURS), mark + number)
                    .theme(pick(List.of("FIN", "FIN.FIU", "LEG")))
                    .stage(pick(List.of("A", "B", "C")))
                    .cost(1 + random.nextInt(500_000))
                    .parts(pick(List.of(1, 2, 4)), random.nextBoolean())
                    .verified(pick(List.of(Priority.values())))
                    .blocking(some(PROVIDERS));
            needs.add((random.nextInt(4) == 0
                            ? need.releasedOnlyTo(some(PROVIDERS).toArray(String[]::new))
                            : need)
                    .view());
        }

        private void addOffer(int number) {
            OfferDraft offer = OfferDraft.of(one(PROVIDERS), mark + number)
                    .themes(random.nextBoolean() ? List.of() : List.of("FIN"))
                    .places(random.nextBoolean() ? List.of("014") : List.of(), some(NEIGHBOURS))
                    .excluding(some(NEIGHBOURS))
                    .maxNeeds(1 + random.nextInt(5));
            offers.add((random.nextInt(4) == 0 ? offer.requiringDueDiligence() : offer).view());
        }

        private void addCommitments() {
            pins.add(new Commitments.Row(pick(needs).id(), pick(offers).id(), 1));
            bans.add(new Commitments.Ban(pick(needs).id(), one(PROVIDERS)));
            findings.add(new Commitments.Finding(pick(needs).id(), one(PROVIDERS)));
            ratings.add(new Commitments.Rating(one(PROVIDERS), one(NEIGHBOURS), random.nextDouble()));
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private String one(List<String> names) {
            return renamed.apply(pick(names));
        }

        private List<String> some(List<String> names) {
            return random.nextInt(3) > 0
                    ? List.of()
                    : Stream.generate(() -> one(names)).limit(3).distinct().toList();
        }

        Problem problem() {
            List<Commitments.Row> agreed = pins.stream().distinct().toList();
            Commitments.Standing standing = new Commitments.Standing(agreed, bans, agreed, findings, ratings);
            return new SnapshotMapping(
                            REFERENCE, PolicyContent.initial(), standing, RunAdjustments.NONE, Set.of(), TODAY)
                    .of(needs, offers)
                    .problem();
        }
    }

    @Test
    void renamingStatesProvidersAndItemsGivesTheSameProblem() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String> states = shuffled(NEIGHBOURS, random);
            List<String> providers = shuffled(List.of("A", "ZZ-9", "q.7", "(x)", "M&M", "+1"), random);
            UnaryOperator<String> renamed = name -> NEIGHBOURS.contains(name)
                    ? states.get(NEIGHBOURS.indexOf(name))
                    : providers.get(PROVIDERS.indexOf(name));

            Problem named = new World(seed, name -> name, "need ").problem();

            assertEquals(named, new World(seed, renamed, "renamed ").problem());
            assertTrue(named.candidates().size() > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void exchangingTheNeedsOfTwoStatesThatAreAlikeExchangesNothingElse(double exponent) {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<NeedView> kenya = new ArrayList<>();
            List<NeedView> uganda = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                long cost = 1 + random.nextInt(900_000);
                int parts = List.of(1, 2, 4).get(random.nextInt(3));
                Priority priority = Priority.values()[random.nextInt(4)];
                for (String state : List.of("KEN", "UGA")) {
                    NeedView need = NeedDraft.of(state, "n" + i)
                            .cost(cost)
                            .parts(parts, true)
                            .verified(priority)
                            .view();
                    (state.equals("KEN") ? kenya : uganda).add(need);
                }
            }
            List<OfferView> offers = List.of(
                    OfferDraft.of("UNDP", "1").places(List.of("014"), List.of()).view(),
                    OfferDraft.of("IOM", "1")
                            .money(400_000, 10_000, 200_000, 300_000)
                            .view());

            Problem one = problem(exponent, interleaved(kenya, uganda), offers);
            Problem other = problem(exponent, interleaved(uganda, kenya), offers);

            assertEquals(one, other);
            for (int i = 0; i < kenya.size(); i++) {
                Need first = one.needs().get(2 * i);
                Need second = one.needs().get(2 * i + 1);
                assertEquals(first.weight(), second.weight());
                assertEquals(0, first.state());
                assertEquals(1, second.state());
            }
        }
    }

    @Test
    void splittingANeedDoesNotChangeWhatItsStateCanReach() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            long cost = 4L * (1 + random.nextInt(2_000_000));
            List<NeedView> whole = List.of(
                    NeedDraft.of("KEN", "1").cost(cost).view(),
                    NeedDraft.of("KEN", "2").cost(77_777).view());
            for (int pieces : List.of(2, 4)) {
                List<NeedView> split = new ArrayList<>(whole.subList(1, 2));
                for (int i = 0; i < pieces; i++) {
                    split.add(NeedDraft.of("KEN", "piece " + i)
                            .cost(cost / pieces)
                            .view());
                }
                assertEquals(potential(whole), potential(split));
            }
        }
    }

    /** The tolerance is the design's own: half as much again in price brings at most the root of that, 22.5 %. */
    @Test
    void inflatingCostsRaisesWhatAStateCanReachByLessThanThePrice() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<NeedView> honest = new ArrayList<>();
            List<NeedView> inflated = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                long cost = 2L * (5_000 + random.nextInt(1_000_000));
                String theme = List.of("FIN", "LEG", "CUS").get(random.nextInt(3));
                honest.add(NeedDraft.of("KEN", "n" + i).theme(theme).cost(cost).view());
                inflated.add(NeedDraft.of("KEN", "n" + i)
                        .theme(theme)
                        .cost(cost * 3 / 2)
                        .view());
            }
            double most = Math.sqrt(1.5) * potential(honest);
            assertTrue(potential(inflated) <= most + 10 * 4 * 5, "hundredths of five needs at the first slope");
        }
    }

    @Test
    void howMuchAStateAsksDoesNotMoveTheBands() {
        Problem modest = problem(0.5, List.of(NeedDraft.of("KEN", "1").view()), List.of());
        Problem padded = problem(
                0.5,
                IntStream.range(0, 60)
                        .mapToObj(i -> NeedDraft.of("KEN", "n" + i).view())
                        .toList(),
                List.of());

        assertEquals(modest.states(), padded.states());
    }

    @Test
    void paddingAGroupWithALesserNeedAddsNoMoreThanTheLesserNeedIsWorth() {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            List<NeedView> honest = List.of(
                    NeedDraft.of("KEN", "1").cost(1 + random.nextInt(900_000)).view());
            List<NeedView> padded = new ArrayList<>(honest);
            NeedView padding =
                    NeedDraft.of("KEN", "2").cost(1 + random.nextInt(900_000)).view();
            padded.add(padding);

            assertTrue(potential(padded) <= potential(honest) + potential(List.of(padding)) + 10 * 4 * 2);
        }
    }

    /** What the State would count for on level 1 if all its needs were met. */
    private static long potential(List<NeedView> needs) {
        Problem problem = problem(0.5, needs, List.of());
        long quarters =
                problem.needs().stream().mapToLong(need -> 4 * need.weight()).sum();
        return problem.slopes().valueOf(quarters, problem.states().get(0));
    }

    private static Problem problem(double exponent, List<NeedView> needs, List<OfferView> offers) {
        PolicyContent first = PolicyContent.initial();
        PolicyContent policy = new PolicyContent(
                first.fitWeights(),
                first.slopes(),
                first.band1(),
                first.band2(),
                exponent,
                first.absorption(),
                first.absorptionOfStates(),
                first.furtherProviderCharge(),
                first.changeCharge(),
                first.dueDiligenceThemes());
        return new SnapshotMapping(REFERENCE, policy, Commitments.Standing.none(), RunAdjustments.NONE, Set.of(), TODAY)
                .of(needs, offers)
                .problem();
    }

    private static List<NeedView> interleaved(List<NeedView> first, List<NeedView> second) {
        return IntStream.range(0, first.size())
                .boxed()
                .flatMap(i -> Stream.of(first.get(i), second.get(i)))
                .toList();
    }

    private static List<String> shuffled(List<String> names, Random random) {
        List<String> order = new ArrayList<>(names);
        Collections.shuffle(order, random);
        return order;
    }
}
