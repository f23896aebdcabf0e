package org.switchboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.access.account.Correspondent;
import org.switchboard.access.account.Correspondents;
import org.switchboard.reference.Language;
import org.switchboard.shared.Refusal;

/**
 * The face of the links in mails by which mail of a kind is stopped, for whoever holds one and without signing in. All that can
 * be done with one is to get less mail.
 */
@Walled
@ApplicationScoped
public class NoticeStops {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager database;
    private final NoticePreferences preferences;
    private final Correspondents correspondents;
    private final Clock clock;

    NoticeStops(EntityManager database, NoticePreferences preferences, Correspondents correspondents, Clock clock) {
        this.database = database;
        this.preferences = preferences;
        this.correspondents = correspondents;
        this.clock = clock;
    }

    /** What proves that mail about these is to be stopped. Nothing where all of it is mandatory. */
    Optional<String> made(UUID account, Set<NoticeGroup> groups) {
        java.util.List<String> stoppable = groups.stream()
                .filter(group -> !group.isMandatory())
                .map(Enum::name)
                .sorted()
                .toList();
        if (stoppable.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        StopEntity stop = new StopEntity();
        stop.sha256 = fingerprint(token);
        stop.account = account;
        stop.groups = stoppable;
        stop.createdAt = clock.instant();
        database.persist(stop);
        return Optional.of(token);
    }

    /** In which language whoever got the link reads. */
    @Transactional
    public Language language(Reader service, String token) {
        return language(service, find(token));
    }

    /**
     * Stops mail of the kinds that the mail was of. Once more changes nothing.
     *
     * @return in which language to say so
     */
    @Transactional
    public Language stop(Reader service, String token) {
        StopEntity stop = find(token);
        preferences.stop(
                stop.account, stop.groups.stream().map(NoticeGroup::valueOf).toList());
        return language(service, stop);
    }

    private Language language(Reader service, StopEntity stop) {
        return correspondents
                .of(service, stop.account)
                .map(Correspondent::language)
                .orElse(Language.EN);
    }

    private StopEntity find(String token) {
        return Optional.ofNullable(database.find(StopEntity.class, fingerprint(token)))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** SHA-256 without salt is enough: there are too many possible values to try. */
    private static byte[] fingerprint(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
