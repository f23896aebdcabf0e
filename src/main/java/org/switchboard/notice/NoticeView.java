package org.switchboard.notice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A notice, in the language that was asked for.
 *
 * @param kind as {@code need-returned}
 * @param group for which kinds together one chooses whether mail is sent
 * @param at when it happened
 * @param item what kind of item it happened to: need, request, proposal
 * @param subject what happened
 * @param sentence what happened, to what, and why
 * @param readAt null until it was read
 * @param mail what became of it by mail; FAILED where no mail server took it for a day
 */
@Schema(examples = """
                {"id": "3f0c1f6e-8f43-4a57-9a1c-5f1f5e2f7b11", "kind": "need-returned", "group": "NEEDS",
                 "at": "2026-11-23T09:30:00Z", "item": "need", "itemId": "5b0a2b7e-6c1d-4d53-9d0f-3c1c0e2f9a10",
                 "subject": "A need was returned to you for completion",
                 "sentence": "The Executive Directorate has returned the need 2026/FIU-1 to you for completion.",
                 "mail": "SENT"}""")
public record NoticeView(
        UUID id,
        String kind,
        NoticeGroup group,
        Instant at,
        String item,
        UUID itemId,
        String subject,
        String sentence,
        @Nullable Instant readAt,
        MailStatus mail) {

    static NoticeView of(NoticeEntity notice, String subject, String sentence) {
        return new NoticeView(
                notice.id,
                notice.kind.key(),
                notice.kind.group(),
                notice.at,
                notice.item,
                notice.itemId,
                subject,
                sentence,
                notice.readAt,
                notice.mail);
    }
}
