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
    private static final String MEMBER = "member:";

    public static Owner state(String iso3) {
        return new Owner("state:" + iso3);
    }

    public static Owner provider(String code) {
        return new Owner(PROVIDER + code);
    }

    /** One member State on the Committee: to it belongs what it said there. */
    public static Owner member(String iso3) {
        return new Owner(MEMBER + iso3);
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
        return after(PROVIDER);
    }

    /** The member State of the Committee that this is; empty for all others. */
    Optional<String> member() {
        return after(MEMBER);
    }

    private Optional<String> after(String prefix) {
        return key.startsWith(prefix) ? Optional.of(key.substring(prefix.length())) : Optional.empty();
    }
}
