package org.switchboard.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.switchboard.matching.Bench.Verdict;

/**
 * The figures of one line of the table: of one run, or the medians of the runs of one contestant on all instances of a size.
 *
 * @param bound empty where the contestant proves none
 * @param ownGapPercent of level 1 to that bound
 * @param bestGapPercent of level 1 to the lowest bound that is known for the instance
 * @param violations of hard rules, as the verifier counts them
 */
record Row(
        OptionalDouble seconds,
        OptionalDouble level1,
        OptionalDouble bound,
        OptionalDouble ownGapPercent,
        OptionalDouble bestGapPercent,
        OptionalDouble level2,
        OptionalDouble peakMegabytes,
        OptionalDouble violations) {

    private static final String NOTHING = "-";

    static Row of(Result result, HeatResults heat) {
        return new Row(
                OptionalDouble.of(result.usage().seconds()),
                figure(result, Verdict::level1),
                real(result.bound()),
                result.gapPercent(result.bound()),
                result.gapPercent(heat.bestBound()),
                figure(result, Verdict::level2),
                real(result.usage().peakMegabytes()),
                figure(result, Verdict::violations));
    }

    /** Of each column, over the runs that have a figure there. */
    static Row mediansOf(List<Row> rows) {
        return new Row(
                median(rows, Row::seconds),
                median(rows, Row::level1),
                median(rows, Row::bound),
                median(rows, Row::ownGapPercent),
                median(rows, Row::bestGapPercent),
                median(rows, Row::level2),
                median(rows, Row::peakMegabytes),
                median(rows, Row::violations));
    }

    List<String> cells() {
        return List.of(
                cell("%.1f", seconds),
                cell("%,.0f", level1),
                cell("%,.0f", bound),
                cell("%.2f", ownGapPercent),
                cell("%.2f", bestGapPercent),
                cell("%,.0f", level2),
                cell("%,.0f", peakMegabytes),
                cell("%.0f", violations));
    }

    private static OptionalDouble figure(Result result, ToLongFunction<Verdict> ofVerdict) {
        return result.hasPlan()
                ? OptionalDouble.of((double) ofVerdict.applyAsLong(result.verdict()))
                : OptionalDouble.empty();
    }

    private static OptionalDouble real(OptionalLong whole) {
        return whole.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) whole.getAsLong());
    }

    private static OptionalDouble median(List<Row> rows, Function<Row, OptionalDouble> column) {
        double[] sorted = rows.stream()
                .map(column)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
    }

    private static String cell(String format, OptionalDouble figure) {
        return figure.isEmpty() ? NOTHING : String.format(Locale.ROOT, format, figure.getAsDouble());
    }
}
