package org.switchboard.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.CsvText;

/** The figures of a period as a table: a line for each group, and the last for all in all. */
final class FiguresCsv {

    private static final List<String> HEADING = List.of(
            "line",
            "code",
            "name",
            "from",
            "to",
            "requests_received",
            "needs_received",
            "needs_acknowledged",
            "needs_acknowledged_in_time",
            "within_working_days",
            "put_forward",
            "let_pass",
            "objected",
            "consented_by_states",
            "consented_by_providers",
            "declined",
            "lapsed",
            "withdrawn",
            "superseded",
            "confirmed",
            "delivered",
            "confirmed_usd",
            "committed_usd",
            "paid_usd",
            "received_to_acknowledged_median_days",
            "received_to_acknowledged_mean_days",
            "acknowledged_to_put_forward_median_days",
            "acknowledged_to_put_forward_mean_days",
            "put_forward_to_confirmed_median_days",
            "put_forward_to_confirmed_mean_days",
            "confirmed_to_delivered_median_days",
            "confirmed_to_delivered_mean_days",
            "sample");

    private final CsvText table = new CsvText(HEADING);
    private final FiguresView view;

    private FiguresCsv(FiguresView view) {
        this.view = view;
    }

    static String of(FiguresView view) {
        return new FiguresCsv(view).text();
    }

    private String text() {
        view.groups().forEach(group -> add("group", group.code(), group.name(), group.figures()));
        add("total", null, null, view.total());
        return table.toString();
    }

    private void add(String line, @Nullable String code, @Nullable String name, FiguresView.Counted figures) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(line);
        cells.add(code);
        cells.add(name);
        cells.add(view.from());
        cells.add(view.to());
        cells.addAll(List.of(
                figures.requestsReceived(),
                figures.needsReceived(),
                figures.needsAcknowledged(),
                figures.needsAcknowledgedInTime(),
                view.within(),
                figures.putForward(),
                figures.letPass(),
                figures.objected(),
                figures.consentedByStates(),
                figures.consentedByProviders(),
                figures.declined(),
                figures.lapsed(),
                figures.withdrawn(),
                figures.superseded(),
                figures.confirmed(),
                figures.delivered(),
                figures.confirmedUsd(),
                figures.committedUsd(),
                figures.paidUsd()));
        for (FiguresView.Duration duration : List.of(
                figures.receivedToAcknowledged(),
                figures.acknowledgedToPutForward(),
                figures.putForwardToConfirmed(),
                figures.confirmedToDelivered())) {
            cells.add(duration.medianDays());
            cells.add(duration.meanDays());
        }
        cells.add(view.sample());
        table.add(cells.toArray());
    }
}
