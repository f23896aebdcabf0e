package org.switchboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.switchboard.access.Reader;

/** What is done again and again: telling people what happened, and sending them mail. */
@ApplicationScoped
class NoticeRounds {

    private final Telling telling;
    private final Postbox postbox;
    private final NoticeMailer mailer;
    private final Reader reader = Reader.system();

    NoticeRounds(Telling telling, Postbox postbox, NoticeMailer mailer) {
        this.telling = telling;
        this.postbox = postbox;
        this.mailer = mailer;
    }

    /** Until nothing is left to tell and no mail is due. Several processes may do so at the same time. */
    void go() {
        while (telling.tell(reader) > 0) {
            // the next some
        }
        postbox.giveUpLost(reader);
        for (Optional<Letter> letter = postbox.take(reader); letter.isPresent(); letter = postbox.take(reader)) {
            send(letter.get());
        }
    }

    /** No transaction is open meanwhile: a server may take long. */
    private void send(Letter letter) {
        switch (mailer.send(letter)) {
            case TAKEN -> postbox.taken(reader, letter);
            case REFUSED -> postbox.refused(reader, letter);
            case UNKNOWN -> {
                // stays as it is, and is given up as lost
            }
        }
    }
}
