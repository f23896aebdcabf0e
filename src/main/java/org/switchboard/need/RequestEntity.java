package org.switchboard.need;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;
import org.switchboard.access.Guarded;
import org.switchboard.access.Item;
import org.switchboard.access.ItemKind;
import org.switchboard.shared.ContactColumns;

@Entity
@Guarded(ItemKind.REQUEST)
@Table(name = "request")
@NullUnmarked
class RequestEntity implements Item {
    @Id
    UUID id;

    @Version
    int version;

    String state;
    String reference;

    @Column(name = "received_on")
    LocalDate receivedOn;

    @Column(name = "note_verbale_reference")
    String noteVerbaleReference;

    @Column(name = "note_verbale_date")
    LocalDate noteVerbaleDate;

    @Embedded
    ContactColumns contact;

    String owner;

    @Enumerated(EnumType.STRING)
    Audience audience;

    boolean sample;

    @Column(name = "created_at")
    Instant createdAt;

    void take(RequestContent content) {
        reference = content.reference();
        receivedOn = content.receivedOn();
        noteVerbaleReference = content.noteVerbaleReference();
        noteVerbaleDate = content.noteVerbaleDate();
        contact = ContactColumns.of(content.contact());
        audience = content.audience();
    }

    RequestContent content() {
        return new RequestContent(
                reference, receivedOn, noteVerbaleReference, noteVerbaleDate, ContactColumns.read(contact), audience);
    }

    @Override
    public UUID itemId() {
        return id;
    }

    @Override
    public String itemOwner() {
        return owner;
    }

    @Override
    public boolean isForEveryone() {
        return audience == Audience.PUBLIC;
    }
}
