package org.switchboard.notice;

import io.quarkus.mailer.Mail;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.switchboard.reference.Language;
import org.switchboard.shared.MailServer;

/** Sends letters: what happened and a link, and nothing that others could not read on the way. */
@ApplicationScoped
class NoticeMailer {

    private static final Logger LOG = Logger.getLogger(NoticeMailer.class);

    private final MailServer server;
    private final NoticeWords words;
    private final String publicUrl;

    NoticeMailer(
            MailServer server, NoticeWords words, @ConfigProperty(name = "switchboard.public-url") String publicUrl) {
        this.server = server;
        this.words = words;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** What is known after sending. */
    enum Outcome {
        TAKEN,
        REFUSED,
        /** The server may have it. */
        UNKNOWN
    }

    boolean canSend() {
        return server.isThere();
    }

    Outcome send(Letter letter) {
        if (!server.isThere()) {
            return Outcome.REFUSED;
        }
        try {
            server.give(mail(letter));
            return Outcome.TAKEN;
        } catch (TimeoutException silence) {
            LOG.warn("The mail server did not answer; whether it took a notice is not known.");
            return Outcome.UNKNOWN;
        } catch (RuntimeException failure) {
            // the exception may name the recipient; who was written to is not for the log
            LOG.warnf("A notice could not be sent: %s", failure.getClass().getName());
            return Outcome.REFUSED;
        }
    }

    private Mail mail(Letter letter) {
        Language language = letter.to().language();
        Mail mail = Mail.withText(letter.to().email(), heading(letter, language), text(letter, language))
                .addHeader("Content-Language", language.tag())
                // automatic answers to it are not wanted, and a server that got it twice can tell
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Message-ID", "<%s@%s>".formatted(letter.ids().get(0), host()));
        letter.stop().ifPresent(token -> {
            mail.addHeader("List-Unsubscribe", "<" + stopAddress(token) + ">");
            mail.addHeader("List-Unsubscribe-Post", NoticeStopResource.ONE_CLICK);
        });
        return mail;
    }

    private String heading(Letter letter, Language language) {
        return letter.daily()
                ? words.phrase("mail.digest", language)
                : subject(letter.notices().get(0), language);
    }

    private String text(Letter letter, Language language) {
        StringBuilder text = new StringBuilder();
        letter.notices().forEach(line -> text.append(letter.daily() ? "- " : "")
                .append(subject(line, language))
                .append('\n'));
        text.append('\n').append(words.phrase("mail.read", language)).append('\n');
        text.append(
                letter.daily()
                        ? publicUrl + "/notices"
                        : publicUrl + "/notices/" + letter.ids().get(0));
        letter.stop().ifPresent(token -> text.append("\n\n")
                .append(words.phrase("mail.stop", language))
                .append('\n')
                .append(stopAddress(token)));
        return text.append('\n').toString();
    }

    private String subject(Letter.Line line, Language language) {
        return words.subject(line.kind(), line.words(), language);
    }

    private String stopAddress(String token) {
        return publicUrl + "/api/v1/notice-stops/" + token;
    }

    private String host() {
        return Optional.ofNullable(URI.create(publicUrl).getHost()).orElse("localhost");
    }
}
