package org.switchboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.switchboard.access.Reader;

/** What is done again and again: telling people what happened, and sending them mail. */
@ApplicationScoped
class NoticeRounds {

    /** A server that takes none of so many letters in a row takes no other either. */
    private static final int MOST_REFUSALS = 5;

    private final Telling telling;
    private final Postbox postbox;
    private final NoticeMailer mailer;
    private final Reader reader = Reader.system();

    NoticeRounds(Telling telling, Postbox postbox, NoticeMailer mailer) {
        this.telling = telling;
        this.postbox = postbox;
        this.mailer = mailer;
    }

    /** Until nothing is left to tell and no mail is due, or no mail gets out. Several processes may do so at the same time. */
    void go() {
        while (telling.tell(reader) > 0) {
            // the next some
        }
        postbox.giveUpLost(reader);
        sendWhatIsDue();
    }

    private void sendWhatIsDue() {
        int refusals = 0;
        while (refusals < MOST_REFUSALS) {
            Optional<Letter> letter = postbox.take(reader);
            if (letter.isEmpty()) {
                return;
            }
            refusals = sent(letter.get()) ? 0 : refusals + 1;
        }
    }

    /** No transaction is open meanwhile: a server may take long. */
    private boolean sent(Letter letter) {
        return switch (mailer.send(letter)) {
            case TAKEN -> {
                postbox.taken(reader, letter);
                yield true;
            }
            case REFUSED -> {
                postbox.refused(reader, letter);
                yield false;
            }
            // stays as it is, and is given up as lost
            case UNKNOWN -> false;
        };
    }
}
