package org.switchboard.access;

import java.util.Optional;
import java.util.UUID;

/**
 * To whom an item belongs, and who may always see and change it.
 *
 * @param key as stored beside the item: {@code state:KEN} or {@code provider:UNDP}. A donor State is both, under two
 *     keys, because its requests are none of its donor agency's business.
 */
public record Owner(String key) {

    private static final String PROVIDER = "provider:";

    public static Owner state(String iso3) {
        return new Owner("state:" + iso3);
    }

    public static Owner provider(String code) {
        return new Owner(PROVIDER + code);
    }

    /** The Committee's expert body, to which runs and plans belong. */
    public static Owner executiveDirectorate() {
        return new Owner("executive-directorate");
    }

    /** One person, to whom belongs what nobody else sees: notices. */
    public static Owner account(UUID id) {
        return new Owner("account:" + id);
    }

    /** The code of the provider that this is; empty for all others. */
    Optional<String> provider() {
        return key.startsWith(PROVIDER) ? Optional.of(key.substring(PROVIDER.length())) : Optional.empty();
    }
}
