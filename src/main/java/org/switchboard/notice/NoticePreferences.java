package org.switchboard.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.switchboard.access.Person;
import org.switchboard.access.Walled;
import org.switchboard.shared.Preconditions;

/** The face of what people choose about mail: each for themselves. */
@Walled
@ApplicationScoped
public class NoticePreferences {

    private final EntityManager database;

    NoticePreferences(EntityManager database) {
        this.database = database;
    }

    @Transactional
    public PreferencesView get(Person person) {
        return view(one(person.account()));
    }

    /**
     * @param version that the person saw
     * @throws org.switchboard.shared.Refusal.RulesBroken if what is mandatory would not be sent
     */
    @Transactional
    public PreferencesView change(Person person, int version, PreferencesContent content) {
        Optional<PreferencesEntity> chosen = one(person.account());
        Preconditions.requireVersion(version, view(chosen).version());
        content.requireMandatory();
        return view(Optional.of(stored(person.account(), chosen, content::writeTo)));
    }

    /** Mail about these goes out no more; for the service at work. */
    void stop(UUID account, Collection<NoticeGroup> groups) {
        stored(account, one(account), chosen -> groups.stream()
                .filter(group -> !group.isMandatory())
                .forEach(group -> chosen.choose(group, Timing.NONE)));
    }

    /** Of these people, who are all there. */
    Map<UUID, PreferencesEntity> of(Set<UUID> accounts) {
        Map<UUID, PreferencesEntity> chosen = database.createQuery(
                        "from PreferencesEntity where account in :accounts", PreferencesEntity.class)
                .setParameter("accounts", accounts)
                .getResultStream()
                .collect(Collectors.toMap(one -> one.account, Function.identity()));
        return accounts.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        account -> chosen.getOrDefault(account, PreferencesEntity.unchosen(account))));
    }

    private Optional<PreferencesEntity> one(UUID account) {
        return Optional.ofNullable(database.find(PreferencesEntity.class, account));
    }

    private PreferencesEntity stored(
            UUID account, Optional<PreferencesEntity> chosen, Consumer<PreferencesEntity> choice) {
        PreferencesEntity preferences = chosen.orElseGet(() -> PreferencesEntity.unchosen(account));
        choice.accept(preferences);
        if (chosen.isEmpty()) {
            // what held before anything was chosen was version 0
            preferences.version = 1;
            database.persist(preferences);
        }
        database.flush();
        return preferences;
    }

    private static PreferencesView view(Optional<PreferencesEntity> chosen) {
        PreferencesEntity shown = chosen.orElseGet(() -> PreferencesEntity.unchosen(new UUID(0, 0)));
        return new PreferencesView(shown.version, PreferencesContent.of(shown));
    }
}
