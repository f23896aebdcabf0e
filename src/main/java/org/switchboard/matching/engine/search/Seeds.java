package org.switchboard.matching.engine.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.switchboard.matching.engine.OpenProblem;

/** The needs around which something can be tried. */
final class Seeds {

    private final OpenProblem open;
    private final int[] needs;
    private final int[] byState;
    private final int[] firstOfState;

    Seeds(OpenProblem open) {
        this.open = open;
        this.needs = IntStream.range(0, open.needs()).filter(open::canBeServed).toArray();
        this.firstOfState = new int[open.states() + 1];
        for (int need : needs) {
            firstOfState[open.need(need).state() + 1]++;
        }
        Arrays.parallelPrefix(firstOfState, Integer::sum);
        int[] next = firstOfState.clone();
        this.byState = new int[needs.length];
        for (int need : needs) {
            byState[next[open.need(need).state()]++] = need;
        }
    }

    int any(SplittableRandom random) {
        return needs[random.nextInt(needs.length)];
    }

    int anyOfSameState(int need, SplittableRandom random) {
        int state = open.need(need).state();
        int first = firstOfState[state];
        return byState[first + random.nextInt(firstOfState[state + 1] - first)];
    }

    /** One of the candidates of the need that can give anything. */
    int anyCandidate(int need, SplittableRandom random) {
        int first = open.first(need);
        int end = open.end(need);
        int c = first + random.nextInt(end - first);
        while (!open.usable(c)) {
            c = c + 1 < end ? c + 1 : first;
        }
        return c;
    }
}
