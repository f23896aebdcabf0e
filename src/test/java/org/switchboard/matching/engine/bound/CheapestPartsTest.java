package org.switchboard.matching.engine.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cheapest cover of a need against the list of all covers. */
class CheapestPartsTest {

    private static final int ROUNDS = 500;
    private static final int MOST = 4;

    /** @param prices of 1 to 4 parts */
    private record Seller(int candidate, int least, int most, double[] prices) {

        boolean gives(int parts) {
            return parts >= least && parts <= most;
        }

        double price(int parts) {
            return prices[parts - 1];
        }
    }

    @Test
    void coversAtTheLeastCostAndSaysHow() {
        Random random = new Random(1);
        CheapestParts cheapest = new CheapestParts();
        for (int round = 0; round < ROUNDS; round++) {
            List<Seller> sellers = sellers(random, false);
            int open = 1 + random.nextInt(MOST);
            cheapest.clear(open);
            for (Seller seller : sellers) {
                double[] prices = new double[3 + MOST];
                System.arraycopy(seller.prices(), 0, prices, 3, MOST);
                cheapest.offer(seller.candidate(), seller.least(), Math.min(open, seller.most()), prices, 3);
            }

            assertCheapest(sellers, open, cheapest);
        }
    }

    @Test
    void coversAtTheLeastCostWherePartsCostAlike() {
        Random random = new Random(2);
        CheapestParts cheapest = new CheapestParts();
        for (int round = 0; round < ROUNDS; round++) {
            List<Seller> sellers = sellers(random, true);
            int open = 1 + random.nextInt(MOST);
            cheapest.clear(open);
            for (Seller seller : sellers) {
                double perPart = seller.price(2) - seller.price(1);
                double fixed = seller.price(1) - perPart;
                cheapest.offer(seller.candidate(), seller.least(), seller.most(), fixed, perPart);
            }

            assertCheapest(sellers, open, cheapest);
        }
    }

    @Test
    void forgetsWhatWasOfferedBefore() {
        CheapestParts cheapest = new CheapestParts();
        cheapest.clear(4);
        cheapest.offer(0, 1, 4, 0, 1);
        cheapest.clear(4);
        cheapest.offer(1, 2, 2, 0, 5);

        assertEquals(Double.POSITIVE_INFINITY, cheapest.cost(1));
        assertEquals(10, cheapest.cost(2));
        assertEquals(Double.POSITIVE_INFINITY, cheapest.cost(4), "one offer gives one number of parts");
    }

    private static void assertCheapest(List<Seller> sellers, int open, CheapestParts cheapest) {
        for (int parts = 1; parts <= open; parts++) {
            double least = least(sellers, 0, parts);
            assertEquals(least, cheapest.cost(parts));
            if (least < Double.POSITIVE_INFINITY) {
                assertCovers(sellers, parts, cheapest);
            }
        }
    }

    private static void assertCovers(List<Seller> sellers, int parts, CheapestParts cheapest) {
        Set<Integer> used = new HashSet<>();
        int covered = 0;
        double paid = 0;
        for (int o = 0; o < cheapest.offers(parts); o++) {
            Seller seller = sellers.get(cheapest.candidate(parts, o));
            int given = cheapest.parts(parts, o);
            assertTrue(seller.gives(given));
            assertTrue(used.add(seller.candidate()), "an offer gives once");
            covered += given;
            paid += seller.price(given);
        }
        assertEquals(parts, covered);
        assertEquals(cheapest.cost(parts), paid);
    }

    private static double least(List<Seller> sellers, int from, int parts) {
        if (parts == 0) {
            return 0;
        }
        if (from == sellers.size()) {
            return Double.POSITIVE_INFINITY;
        }
        double least = least(sellers, from + 1, parts);
        for (int given = 1; given <= parts; given++) {
            if (sellers.get(from).gives(given)) {
                double price = sellers.get(from).price(given);
                least = Math.min(least, price + least(sellers, from + 1, parts - given));
            }
        }
        return least;
    }

    /** Prices are whole numbers of any sign. */
    private static List<Seller> sellers(Random random, boolean linear) {
        List<Seller> sellers = new ArrayList<>();
        for (int c = random.nextInt(6); c > 0; c--) {
            int least = 1 + random.nextInt(MOST);
            double[] prices = new double[MOST];
            int fixed = random.nextInt(20);
            int perPart = random.nextInt(12) - 3;
            Arrays.setAll(prices, k -> linear ? fixed + perPart * (k + 1) : random.nextInt(40) - 8);
            sellers.add(new Seller(sellers.size(), least, least + random.nextInt(MOST + 1 - least), prices));
        }
        return sellers;
    }
}
