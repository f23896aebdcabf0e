package org.switchboard.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;
import org.switchboard.access.Guarded;
import org.switchboard.access.Item;
import org.switchboard.access.ItemKind;
import org.switchboard.shared.ContactColumns;

@Entity
@Guarded(ItemKind.PROVIDER)
@Table(name = "provider")
@NullUnmarked
class ProviderEntity implements Item {
    @Id
    UUID id;

    @Version
    int version;

    String code;
    String name;

    @Enumerated(EnumType.STRING)
    ProviderType type;

    boolean prospective;
    String state;
    String interests;

    @Embedded
    ContactColumns contact;

    String owner;

    @Enumerated(EnumType.STRING)
    Audience audience;

    boolean sample;

    @Column(name = "created_at")
    Instant createdAt;

    void take(ProviderContent content) {
        name = content.name();
        type = content.type();
        prospective = content.prospective();
        state = content.state();
        interests = content.interests();
        contact = ContactColumns.of(content.contact());
        audience = content.audience();
    }

    ProviderContent content() {
        return new ProviderContent(name, type, prospective, state, interests, ContactColumns.read(contact), audience);
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
