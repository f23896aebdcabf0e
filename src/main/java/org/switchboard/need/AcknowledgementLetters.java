package org.switchboard.need;

import static org.switchboard.shared.Html.escaped;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.switchboard.reference.Language;
import org.switchboard.reference.Phrases;
import org.switchboard.reference.ReferenceData;

/** The letter that tells a State what was received with its request, and what happens next: a page to be printed. */
@ApplicationScoped
class AcknowledgementLetters {

    private final Phrases words = new Phrases("need/letter");
    private final ReferenceData reference;

    AcknowledgementLetters(ReferenceData reference) {
        this.reference = reference;
    }

    /** All that people wrote is escaped; there is no script in it and nothing is loaded. */
    String html(ReceivedRequest received, Language language) {
        RequestContent request = received.request().content();
        String state = reference
                .state(received.request().state())
                .orElseThrow()
                .names()
                .in(language);
        StringBuilder page =
                new StringBuilder("<!doctype html><html lang=\"%s\" dir=\"%s\"><head><meta charset=\"utf-8\">"
                        .formatted(language.tag(), language == Language.AR ? "rtl" : "ltr"));
        String title = word(language, "title");
        page.append("<meta name=\"viewport\" content=\"width=device-width\"><title>%s</title></head><body><main>"
                .formatted(escaped(title + " – " + request.reference())));
        page.append("<h1>").append(escaped(title)).append("</h1><dl>");
        line(page, word(language, "state"), state);
        line(page, word(language, "request"), request.reference());
        line(page, word(language, "received"), day(request.receivedOn(), language));
        if (request.noteVerbaleReference() != null) {
            line(page, word(language, "note"), request.noteVerbaleReference());
        }
        if (request.noteVerbaleDate() != null) {
            line(page, word(language, "note-date"), day(request.noteVerbaleDate(), language));
        }
        page.append("</dl><p>").append(escaped(word(language, "opening"))).append("</p>");
        table(page, received, language);
        page.append("<h2>").append(escaped(word(language, "next"))).append("</h2><ol>");
        for (String step : new String[] {"next.verified", "next.open", "next.consent", "next.help"}) {
            page.append("<li>").append(escaped(word(language, step))).append("</li>");
        }
        return page.append("</ol><p>")
                .append(escaped(word(language, "closing")))
                .append("</p></main></body></html>")
                .toString();
    }

    private void table(StringBuilder page, ReceivedRequest received, Language language) {
        page.append("<table><thead><tr>");
        for (String column : new String[] {"reference", "need", "cost", "status"}) {
            page.append("<th scope=\"col\">")
                    .append(escaped(word(language, column)))
                    .append("</th>");
        }
        page.append("</tr></thead><tbody>");
        for (NeedView need : received.needs()) {
            NeedContent said = need.content();
            String cost = NumberFormat.getInstance(language.locale())
                            .format(said.cost().amount()) + " " + said.cost().currency();
            page.append("<tr>");
            for (String cell :
                    new String[] {said.reference(), said.title(), cost, word(language, "status." + stand(need.status()))
                    }) {
                page.append("<td dir=\"auto\">").append(escaped(cell)).append("</td>");
            }
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    private static String stand(NeedStatus status) {
        return switch (status) {
            case DRAFT, SUBMITTED -> "submitted";
            case RETURNED -> "returned";
            case ACKNOWLEDGED -> "acknowledged";
            case OPEN, MATCHED, IN_DELIVERY, DELIVERED, CLOSED -> "open";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private static void line(StringBuilder page, String term, String value) {
        page.append("<dt>%s</dt><dd dir=\"auto\">%s</dd>".formatted(escaped(term), escaped(value)));
    }

    private static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    private String word(Language language, String key) {
        return words.in(language, key);
    }
}
