package org.switchboard.access.account;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Somebody for whom the provider of identities vouches. Nothing else that it says about them counts here, roles least of
 * all.
 *
 * @param issuer the provider
 * @param subject its own name for the person, which never changes
 * @param email in lower case; empty unless the provider has verified that it is theirs
 */
record ProvenIdentity(String issuer, String subject, Optional<String> email) {

    /**
     * From a token that was verified.
     *
     * @return nobody if it does not say whom it is about
     */
    static Optional<ProvenIdentity> of(JsonWebToken token) {
        String issuer = token.getIssuer();
        String subject = token.getSubject();
        if (issuer == null || issuer.isBlank() || subject == null || subject.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new ProvenIdentity(issuer, subject, verifiedEmail(token)));
    }

    private static Optional<String> verifiedEmail(JsonWebToken token) {
        // a boolean, which some providers write as text
        boolean verified = "true".equals(String.valueOf((Object) token.getClaim(Claims.email_verified)));
        return token.claim(Claims.email)
                .map(String::valueOf)
                .filter(address -> verified)
                .map(ProvenIdentity::lowerCase);
    }

    /** Letters of other alphabets stay: some have a lower case that is a Latin letter, and so another's address. */
    private static String lowerCase(String address) {
        boolean latin = address.chars().allMatch(letter -> letter < 128);
        return latin ? address.toLowerCase(Locale.ROOT) : address;
    }
}
