package org.switchboard.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.access.account.Correspondent;

/**
 * One mail that is to be sent.
 *
 * @param to whom, in whose language
 * @param notices the one that it tells of, or those of a day
 * @param stop what proves, in its links, that mail of its kinds is to be stopped; empty where all of it is mandatory
 */
record Letter(Correspondent to, boolean daily, List<Line> notices, Optional<String> stop) {

    /** What it tells of one notice. */
    record Line(UUID notice, NoticeKind kind, String words) {}

    List<UUID> ids() {
        return notices.stream().map(Line::notice).toList();
    }

    /** Records print themselves; what stops mail must not reach a log that way. */
    @Override
    public String toString() {
        return "letter of " + notices.size() + " notices to " + to;
    }
}
