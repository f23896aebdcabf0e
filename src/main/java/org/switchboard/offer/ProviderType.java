package org.switchboard.offer;

/** What a provider is. */
public enum ProviderType {
    /** A donor State, through any of its agencies. */
    STATE,
    /** An international organization, fund, bank or foundation. */
    ORGANIZATION,
    REGIONAL_ORGANIZATION,
    SUBREGIONAL_ORGANIZATION
}
