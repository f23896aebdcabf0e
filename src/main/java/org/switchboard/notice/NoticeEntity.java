package org.switchboard.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** Written by two who do not wait for each other, the reader and the sender of mail: each changes its own columns alone. */
@Entity
@Table(name = "notice")
@DynamicUpdate
@NullUnmarked
class NoticeEntity {
    @Id
    UUID id;

    UUID account;

    @Column(insertable = false, updatable = false)
    String owner;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> addressees;

    long change;

    @Enumerated(EnumType.STRING)
    NoticeKind kind;

    String item;

    @Column(name = "item_id")
    UUID itemId;

    String words;
    Instant at;

    @Column(name = "read_at")
    Instant readAt;

    @Enumerated(EnumType.STRING)
    MailStatus mail;

    boolean daily;

    @Column(name = "mail_due_at")
    Instant mailDueAt;

    @Column(name = "mail_first_tried_at")
    Instant mailFirstTriedAt;

    @Column(name = "mail_tried_at")
    Instant mailTriedAt;

    @Column(name = "mail_tries")
    int mailTries;

    static NoticeEntity of(OutboxEntity happening) {
        NoticeEntity notice = new NoticeEntity();
        notice.id = UUID.randomUUID();
        notice.change = happening.change;
        notice.kind = happening.kind;
        notice.item = happening.item;
        notice.itemId = happening.itemId;
        notice.words = happening.words;
        notice.at = happening.at;
        notice.mail = MailStatus.NONE;
        return notice;
    }

    void goesByMail(boolean together, Instant due) {
        mail = MailStatus.WAITING;
        daily = together;
        mailDueAt = due;
    }

    /** Said before it is: who does not come back from sending has perhaps sent it. */
    void sending(Instant now) {
        mail = MailStatus.SENDING;
        mailDueAt = null;
        mailFirstTriedAt = mailFirstTriedAt == null ? now : mailFirstTriedAt;
        mailTriedAt = now;
        mailTries++;
    }

    void ended(MailStatus end) {
        mail = end;
        mailDueAt = null;
    }
}
