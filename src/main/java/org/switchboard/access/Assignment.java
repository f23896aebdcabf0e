package org.switchboard.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role, and for whom it is held.
 *
 * @param state ISO 3166-1 alpha-3: the State that a focal point speaks for, or the member State of a committee account;
 *     null for all other roles
 * @param provider the code of the provider that a provider account speaks for; null for all other roles
 */
public record Assignment(
        Role role, @Nullable String state, @Nullable String provider) {

    public Assignment {
        boolean ofState = role == Role.FOCAL_POINT || role == Role.COMMITTEE;
        if (ofState != (state != null) || (role == Role.PROVIDER) != (provider != null)) {
            throw new IllegalArgumentException(
                    "a focal point and a committee account name a State, a provider account its provider: " + role);
        }
    }

    public static Assignment focalPoint(String state) {
        return new Assignment(Role.FOCAL_POINT, state, null);
    }

    public static Assignment provider(String code) {
        return new Assignment(Role.PROVIDER, null, code);
    }

    public static Assignment committee(String memberState) {
        return new Assignment(Role.COMMITTEE, memberState, null);
    }

    public static Assignment expert() {
        return new Assignment(Role.EXPERT, null, null);
    }

    public static Assignment administrator() {
        return new Assignment(Role.ADMINISTRATOR, null, null);
    }

    /** Whose items whoever holds this role sees and changes; of a committee account, what its member
     * State said there. Administrators own none. */
    Optional<Owner> owner() {
        return switch (role) {
            case FOCAL_POINT -> Optional.ofNullable(state).map(Owner::state);
            case PROVIDER -> Optional.ofNullable(provider).map(Owner::provider);
            case EXPERT -> Optional.of(Owner.executiveDirectorate());
            case COMMITTEE -> Optional.ofNullable(state).map(Owner::member);
            case ADMINISTRATOR -> Optional.empty();
        };
    }

    /**
     * Under which names whoever holds this role is told of things: that of the owner spoken for, or the Committee, and that of
     * all who take part. An administrator is told of none.
     */
    public Set<String> addressees() {
        Optional<String> own = role == Role.COMMITTEE ? Optional.of(Audience.COMMITTEE.key()) : owner().map(Owner::key);
        return own.map(name -> Set.of(name, Audience.PARTICIPANTS.key())).orElse(Set.of());
    }

    /** The audiences to which this role belongs, beside the public. An administrator keeps accounts, not secrets. */
    Set<Audience> audiences() {
        return switch (role) {
            case FOCAL_POINT, PROVIDER -> Set.of(Audience.PARTICIPANTS);
            case EXPERT, COMMITTEE -> Set.of(Audience.PARTICIPANTS, Audience.COMMITTEE);
            case ADMINISTRATOR -> Set.of();
        };
    }
}
