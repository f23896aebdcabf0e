package org.switchboard.matrix;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.switchboard.access.Audience;

/** What an edition says to one audience. It is written once. */
@Entity
@IdClass(EditionTextEntity.Key.class)
@Table(name = "edition_text")
@NullUnmarked
class EditionTextEntity {
    record Key(UUID edition, Audience audience) {}

    @Id
    @Column(name = "edition_id", updatable = false)
    UUID edition;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Audience audience;

    @Column(updatable = false)
    byte[] content;

    @Column(updatable = false)
    String sha256;

    @Column(updatable = false)
    int needs;

    @Column(updatable = false)
    int offers;

    @Column(updatable = false)
    int matches;
}
