package org.switchboard.monitoring;

import static org.switchboard.shared.Html.escaped;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchboard.reference.Language;
import org.switchboard.reference.Named;
import org.switchboard.reference.Phrases;
import org.switchboard.reference.ReferenceData;

/** The minutes as a page to be printed. All that people wrote is escaped; there is no script in it and nothing is loaded. */
@ApplicationScoped
class MinutesPages {

    private final Phrases phrases = new Phrases("monitoring/minutes");
    private final ReferenceData reference;

    MinutesPages(ReferenceData reference) {
        this.reference = reference;
    }

    String html(MinutesView minutes, Language language) {
        return new Page(minutes, language).text();
    }

    /** One page while it is written. */
    private final class Page {

        private final StringBuilder page = new StringBuilder();
        private final MinutesView minutes;
        private final Language language;

        Page(MinutesView minutes, Language language) {
            this.minutes = minutes;
            this.language = language;
        }

        String text() {
            String period = day(minutes.from()) + " – " + day(minutes.to());
            page.append("<!doctype html><html lang=\"%s\" dir=\"%s\"><head><meta charset=\"utf-8\">"
                    .formatted(language.tag(), language == Language.AR ? "rtl" : "ltr"));
            page.append("<meta name=\"viewport\" content=\"width=device-width\">");
            element("title", word("title") + ", " + period);
            page.append("</head><body><main>");
            element("h1", word("title"));
            element("p", period);
            if (minutes.sample()) {
                element("p", word("sample"));
            }
            if (minutes.matters().isEmpty()) {
                element("p", word("nothing"));
            }
            minutes.matters().forEach(this::matter);
            return page.append("</main></body></html>").toString();
        }

        private void matter(MinutesView.Matter matter) {
            page.append("<section>");
            element("h2", matter.reference());
            page.append("<dl>");
            line("state", name(reference.state(matter.state()), matter.state()));
            line("theme", name(reference.theme(matter.theme()), matter.theme()));
            line("need", matter.needReference() + " – " + matter.needTitle());
            line("provider", matter.provider());
            line("offer", matter.offerReference() + " – " + matter.offerTitle());
            line("amount", NumberFormat.getInstance(language.locale()).format(matter.usd()) + " USD");
            page.append("</dl>");
            table(matter);
            page.append("<p><strong>");
            page.append(escaped(word("outcome"))).append("</strong> ");
            page.append(escaped(word("outcome." + matter.outcome().name()))).append("</p></section>");
        }

        private void table(MinutesView.Matter matter) {
            page.append("<table><thead><tr>");
            for (String column : new String[] {"date", "who", "decision", "words"}) {
                page.append("<th scope=\"col\">").append(escaped(word(column))).append("</th>");
            }
            page.append("</tr></thead><tbody>");
            for (MinutesView.Act act : matter.acts()) {
                page.append("<tr>");
                cell(day(LocalDate.ofInstant(act.at(), ZoneOffset.UTC)));
                cell(who(act));
                cell(word("decision." + act.decision().name()));
                cell(act.words() == null ? "" : act.words());
                page.append("</tr>");
            }
            page.append("</tbody></table>");
        }

        private String who(MinutesView.Act act) {
            String as = word("by." + act.by().name());
            @Nullable String of = act.of();
            if (of == null) {
                return as;
            }
            return as + ": " + (act.by() == DecidedBy.PROVIDER ? of : name(reference.state(of), of));
        }

        private void cell(String text) {
            page.append("<td dir=\"auto\">").append(escaped(text)).append("</td>");
        }

        private void line(String term, String value) {
            element("dt", word(term));
            page.append("<dd dir=\"auto\">").append(escaped(value)).append("</dd>");
        }

        private void element(String name, String text) {
            page.append('<').append(name).append('>').append(escaped(text));
            page.append("</").append(name).append('>');
        }

        private String name(Optional<? extends Named> named, String code) {
            return named.map(known -> known.names().in(language)).orElse(code);
        }

        private String day(LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language.locale())
                    .format(day);
        }

        private String word(String key) {
            return phrases.in(language, key);
        }
    }
}
