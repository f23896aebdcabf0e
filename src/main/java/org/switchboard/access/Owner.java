package org.switchboard.access;

/**
 * To whom an item belongs, and who may always see and change it.
 *
 * @param key as stored beside the item: {@code state:KEN} or {@code provider:UNDP}. A donor State is both, under two
 *     keys, because its requests are none of its donor agency's business.
 */
public record Owner(String key) {

    public static Owner state(String iso3) {
        return new Owner("state:" + iso3);
    }

    public static Owner provider(String code) {
        return new Owner("provider:" + code);
    }

    /** The Committee's expert body, to which runs and plans belong. */
    public static Owner executiveDirectorate() {
        return new Owner("executive-directorate");
    }
}
