package org.switchboard.access.account;

import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.switchboard.shared.MailServer;

/**
 * Brings links to people: by mail where the service has a sender's address, otherwise by the hand of whoever asked for
 * them.
 */
@ApplicationScoped
class Letters {

    private static final Logger LOG = Logger.getLogger(Letters.class);

    private final MailServer server;
    private final String publicUrl;

    Letters(MailServer server, @ConfigProperty(name = "switchboard.public-url") String publicUrl) {
        this.server = server;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    boolean canSend() {
        return server.isThere();
    }

    /** Sends a link, or hands it back where that is not possible. */
    LinkView deliver(Links.Link link, String email, String name) {
        boolean sent = sent(link, email, name);
        return new LinkView(sent ? null : address(link), sent, link.expiresAt());
    }

    private boolean sent(Links.Link link, String email, String name) {
        if (!server.isThere()) {
            return false;
        }
        try {
            server.give(Mail.withText(email, subject(link.kind()), text(link, name)));
            return true;
        } catch (RuntimeException failure) {
            // the exception may name the recipient; who was written to is not for the log
            LOG.warnf("A mail could not be sent: %s", failure.getClass().getName());
            return false;
        }
    }

    /** The token stands behind the #, which browsers do not send on: it comes into no log and to no third party. */
    private String address(Links.Link link) {
        return publicUrl + "/" + link.kind().page() + "#" + link.token().value();
    }

    private static String subject(LinkKind kind) {
        return kind == LinkKind.INVITATION ? "Your account on Switchboard" : "Your password on Switchboard";
    }

    private String text(Links.Link link, String name) {
        String what = link.kind() == LinkKind.INVITATION
                ? "An account on Switchboard, where technical assistance is matched with needs, was made for you."
                        + " Choose a password here, within 7 days:"
                : "A new password for your account on Switchboard was asked for. Choose it here, within one hour:";
        String otherwise = link.kind() == LinkKind.INVITATION
                ? "If you expected no such account, do nothing: it stays closed."
                : "If you did not ask for this, do nothing: your password stays as it is.";
        return "Dear " + name + ",\n\n" + what + "\n\n" + address(link) + "\n\n" + otherwise + "\n";
    }
}
