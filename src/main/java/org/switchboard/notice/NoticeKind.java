package org.switchboard.notice;

import static org.switchboard.notice.Gap.DAYS;
import static org.switchboard.notice.Gap.PROVIDER;
import static org.switchboard.notice.Gap.REFERENCE;
import static org.switchboard.notice.Gap.STATE;
import static org.switchboard.notice.Gap.UNTIL;
import static org.switchboard.notice.Gap.WHY;
import static org.switchboard.notice.NoticeGroup.ANSWERS;
import static org.switchboard.notice.NoticeGroup.DELIVERIES;
import static org.switchboard.notice.NoticeGroup.EDITIONS;
import static org.switchboard.notice.NoticeGroup.NEEDS;
import static org.switchboard.notice.NoticeGroup.PROPOSALS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people are told of, with the gaps in its sentence. What asks for an answer says until when, and is mandatory. A reason
 * may be given or not; all other gaps must be filled.
 */
enum NoticeKind {
    NEED_RETURNED(NEEDS, REFERENCE, WHY),
    NEED_ACKNOWLEDGED(NEEDS, REFERENCE),
    NEED_OPENED(NEEDS, REFERENCE),
    NEED_SUBMITTED(NEEDS, REFERENCE, STATE),
    REQUEST_RECEIVED(NEEDS, REFERENCE, STATE),

    PROPOSAL_BEFORE_COMMITTEE(ANSWERS, REFERENCE, STATE, UNTIL),
    PROPOSAL_HELD(PROPOSALS, REFERENCE, WHY),
    PROPOSAL_OBJECTED(PROPOSALS, REFERENCE, WHY),
    PROPOSAL_PASSED(PROPOSALS, REFERENCE),
    PROPOSAL_AWAITS_RECIPIENT(ANSWERS, REFERENCE, PROVIDER, UNTIL),
    PROPOSAL_AWAITS_PROVIDER(ANSWERS, REFERENCE, STATE, UNTIL),
    PROPOSAL_CONFIRMED(PROPOSALS, REFERENCE, STATE, PROVIDER),
    PROPOSAL_DECLINED(PROPOSALS, REFERENCE, WHY),
    PROPOSAL_LAPSED(PROPOSALS, REFERENCE),
    PROPOSAL_WITHDRAWN(PROPOSALS, REFERENCE, WHY),
    PROPOSAL_SUPERSEDED(PROPOSALS, REFERENCE),
    PROPOSAL_REMINDER(ANSWERS, REFERENCE, UNTIL, DAYS),

    DELIVERY_REPORT_DUE(ANSWERS, REFERENCE, UNTIL),
    DELIVERY_REPORTED(DELIVERIES, REFERENCE),
    DELIVERY_OVERDUE(DELIVERIES, REFERENCE),
    DELIVERY_COMPLETED(DELIVERIES, REFERENCE),
    FEEDBACK_DUE(DELIVERIES, REFERENCE),
    ONE_YEAR_QUESTION(DELIVERIES, REFERENCE),

    CIRCULATION_BEFORE_COMMITTEE(ANSWERS, REFERENCE, STATE, UNTIL),
    CIRCULATION_OBJECTED(NEEDS, REFERENCE, WHY),
    CIRCULATION_PASSED(NEEDS, REFERENCE),
    CIRCULATION_REMINDER(ANSWERS, REFERENCE, UNTIL, DAYS),

    EDITION_PREPARED(EDITIONS, REFERENCE),
    EDITION_DISTRIBUTED(EDITIONS, REFERENCE),
    EDITION_WITHDRAWN(EDITIONS, REFERENCE, WHY);

    private final NoticeGroup group;
    private final Set<Gap> gaps;

    NoticeKind(NoticeGroup group, Gap... gaps) {
        this.group = group;
        this.gaps = Set.of(gaps);
    }

    /** @throws IllegalArgumentException if there is no such kind */
    static NoticeKind ofKey(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no notice is of the kind '" + key + "'"));
    }

    /** As features name it, and messages. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    NoticeGroup group() {
        return group;
    }

    Set<Gap> gaps() {
        return gaps;
    }

    /**
     * Those of the words that fill a gap of this kind, in order: what is not shown is not kept.
     *
     * @throws IllegalArgumentException if a gap stays open
     */
    Map<String, String> filling(Map<String, String> words) {
        Map<String, String> kept = new TreeMap<>();
        for (Gap gap : gaps) {
            String word = words.get(gap.key());
            if (word != null) {
                kept.put(gap.key(), word);
            } else if (gap != WHY) {
                throw new IllegalArgumentException("a notice of the kind '" + key() + "' must say '" + gap.key() + "'");
            }
        }
        return kept;
    }
}
