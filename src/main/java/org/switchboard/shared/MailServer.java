package org.switchboard.shared;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server that takes the service's mail, where there is one. */
@ApplicationScoped
public class MailServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ReactiveMailer mailer;
    private final Optional<String> sender;
    private final Context loop;

    MailServer(
            ReactiveMailer mailer,
            Vertx vertx,
            @ConfigProperty(name = "switchboard.mail.from") Optional<String> sender) {
        this.mailer = mailer;
        this.sender = sender;
        this.loop = vertx.getOrCreateContext();
    }

    /** Whether the service has an address to send from. */
    public boolean isThere() {
        return sender.isPresent();
    }

    /**
     * Returns when the server has taken the mail.
     *
     * @throws TimeoutException where the server did not answer: it may have the mail
     * @throws RuntimeException where the server has not taken it; its words may name the recipient and are not for logs
     */
    public void give(Mail mail) throws TimeoutException {
        String from = sender.orElseThrow(() -> new IllegalStateException("there is no address to send mail from"));
        // The client can miss the server's greeting where another thread connects than the one that listens,
        // and then waits until the server hangs up: all of it is done by one.
        Uni.createFrom()
                .item(mail.setFrom(from))
                .emitOn(step -> loop.runOnContext(nothing -> step.run()))
                .flatMap(mailer::send)
                .await()
                .atMost(PATIENCE);
    }
}
