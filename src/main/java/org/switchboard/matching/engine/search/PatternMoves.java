package org.switchboard.matching.engine.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * The moves of the local search: a need takes another pattern, and, every other time, a need that uses the same offer
 * makes room for it by taking another pattern or none. Where budgets are nearly spent few changes fit without that.
 */
public final class PatternMoves implements MoveIteratorFactory<Assignments, PatternMove> {

    private static final int TRIES_TO_FIND_A_USER = 8;

    /** By offer: the needs that have a pattern with it. */
    private List<List<NeedAssignment>> mayUse = List.of();

    @Override
    public void phaseStarted(ScoreDirector<Assignments> director) {
        Assignments working = director.getWorkingSolution();
        List<List<NeedAssignment>> byOffer = new ArrayList<>();
        working.problem().offers().forEach(offer -> byOffer.add(new ArrayList<>()));
        for (NeedAssignment need : working.assignments()) {
            need.getPatterns().stream()
                    .filter(pattern -> pattern.offers() == 1)
                    .mapToInt(pattern -> pattern.offer(0))
                    .distinct()
                    .forEach(offer -> byOffer.get(offer).add(need));
        }
        mayUse = byOffer;
    }

    @Override
    public long getSize(ScoreDirector<Assignments> director) {
        return director.getWorkingSolution().assignments().stream()
                .mapToLong(need -> need.getPatterns().size())
                .sum();
    }

    @Override
    public Iterator<PatternMove> createOriginalMoveIterator(ScoreDirector<Assignments> director) {
        throw new UnsupportedOperationException("these moves come in random order only");
    }

    @Override
    public Iterator<PatternMove> createRandomMoveIterator(ScoreDirector<Assignments> director, Random random) {
        List<NeedAssignment> needs = director.getWorkingSolution().assignments();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public PatternMove next() {
                return randomMove(needs, random);
            }
        };
    }

    private PatternMove randomMove(List<NeedAssignment> needs, Random random) {
        NeedAssignment need = needs.get(random.nextInt(needs.size()));
        Pattern pattern = anyPatternOf(need, random);
        if (pattern == null || random.nextBoolean()) {
            return PatternMove.of(need, pattern);
        }
        int offer = pattern.offer(random.nextInt(pattern.offers()));
        NeedAssignment user = anyOtherUserOf(offer, need, random);
        return user == null
                ? PatternMove.of(need, pattern)
                : PatternMove.of(need, pattern, user, anyPatternOf(user, random));
    }

    private static @Nullable Pattern anyPatternOf(NeedAssignment need, Random random) {
        List<Pattern> patterns = need.getPatterns();
        int choice = random.nextInt(patterns.size() + 1);
        return choice == patterns.size() ? null : patterns.get(choice);
    }

    private @Nullable NeedAssignment anyOtherUserOf(int offer, NeedAssignment need, Random random) {
        List<NeedAssignment> possible = mayUse.get(offer);
        for (int i = 0; i < TRIES_TO_FIND_A_USER && !possible.isEmpty(); i++) {
            NeedAssignment user = possible.get(random.nextInt(possible.size()));
            Pattern pattern = user.getPattern();
            if (user != need && pattern != null && pattern.uses(offer)) {
                return user;
            }
        }
        return null;
    }
}
