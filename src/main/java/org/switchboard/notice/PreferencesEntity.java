package org.switchboard.notice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "notice_preferences")
@NullUnmarked
class PreferencesEntity {
    @Id
    UUID account;

    @Version
    int version;

    @Enumerated(EnumType.STRING)
    Timing answers = Timing.AT_ONCE;

    @Enumerated(EnumType.STRING)
    Timing needs = Timing.AT_ONCE;

    @Enumerated(EnumType.STRING)
    Timing proposals = Timing.AT_ONCE;

    @Enumerated(EnumType.STRING)
    Timing deliveries = Timing.AT_ONCE;

    @Enumerated(EnumType.STRING)
    Timing editions = Timing.AT_ONCE;

    /** What holds for whoever chose nothing. */
    static PreferencesEntity unchosen(UUID account) {
        PreferencesEntity preferences = new PreferencesEntity();
        preferences.account = account;
        return preferences;
    }

    Timing of(NoticeGroup group) {
        return switch (group) {
            case ANSWERS -> answers;
            case NEEDS -> needs;
            case PROPOSALS -> proposals;
            case DELIVERIES -> deliveries;
            case EDITIONS -> editions;
        };
    }

    void choose(NoticeGroup group, Timing timing) {
        switch (group) {
            case ANSWERS -> answers = timing;
            case NEEDS -> needs = timing;
            case PROPOSALS -> proposals = timing;
            case DELIVERIES -> deliveries = timing;
            case EDITIONS -> editions = timing;
        }
    }
}
