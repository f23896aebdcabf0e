package org.switchboard.edge;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What must be set before the service may be reached by others: in the profile {@code production} it does not start with
 * anything of this missing or left as it is for trying out.
 *
 * @param publicUrl by which people reach it
 * @param secureCookie whether browsers send the session's cookie over https only
 * @param secretKey in base64
 * @param sample whether a new embedded database is filled with a sample
 * @param databaseUrl of a database outside; without one an embedded one would be started
 * @param provider of identities; empty where people sign in with passwords
 */
public record ProductionSettings(
        Optional<String> publicUrl,
        Optional<Boolean> secureCookie,
        Optional<String> secretKey,
        boolean sample,
        Optional<String> databaseUrl,
        Optional<Provider> provider) {

    public static final String PROFILE = "production";

    /** Stands in application.properties for all to read, and so keeps nothing secret. */
    static final String EXAMPLE_KEY = "YW4gZXhhbXBsZSwgbm90IGEga2V5IHRvIGJlIHVzZWQ=";

    private static final int KEY_BYTES = 32;

    /** With fewer, each process would seal what it leaves in browsers with a key of its own, and not know the others'. */
    private static final int CLIENT_SECRET_LETTERS = 32;

    /** What to tell who started the service, if it must not start; read before anything else is. */
    public static Optional<String> refusal() {
        SmallRyeConfig config = ConfigUtils.configBuilder().build();
        if (!config.getProfiles().contains(PROFILE)) {
            return Optional.empty();
        }
        List<String> faults = of(config).faults();
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The service does not start in the profile production:\n- " + String.join("\n- ", faults));
    }

    private static ProductionSettings of(SmallRyeConfig config) {
        return new ProductionSettings(
                config.getOptionalValue("switchboard.public-url", String.class),
                config.getOptionalValue("switchboard.session.secure-cookie", Boolean.class),
                config.getOptionalValue("switchboard.secret-key", String.class),
                config.getValue("switchboard.sample", Boolean.class),
                config.getOptionalValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.oidc.tenant-enabled", Boolean.class)
                        ? Optional.of(Provider.of(config))
                        : Optional.empty());
    }

    /** Everything that is wrong, in plain words; no value of a secret is in them. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (publicUrl.isEmpty()) {
            faults.add("switchboard.public-url is missing: the https address by which people reach the service.");
        } else if (!isHttps(publicUrl.get())) {
            faults.add("switchboard.public-url must be an https address with a host, not '" + publicUrl.get() + "'.");
        }
        if (!secureCookie.orElse(false)) {
            faults.add("switchboard.session.secure-cookie must be true, or browsers send sessions in the clear.");
        }
        if (secretKey.isEmpty()) {
            faults.add("switchboard.secret-key is missing. Make one: openssl rand -base64 32");
        } else if (secretKey.get().equals(EXAMPLE_KEY)) {
            faults.add(
                    "switchboard.secret-key is the example, which anyone can read. Make one: openssl rand -base64 32");
        } else if (bytes(secretKey.get()) < KEY_BYTES) {
            faults.add("switchboard.secret-key must be at least 32 bytes in base64. Make one: openssl rand -base64 32");
        }
        if (sample) {
            faults.add("switchboard.sample must be false: invented needs and offers are not for people who decide.");
        }
        if (databaseUrl.filter(url -> !url.isBlank()).isEmpty()) {
            faults.add("quarkus.datasource.jdbc.url is missing: the embedded database is for one machine, without"
                    + " copies; name a PostgreSQL of your own.");
        }
        provider.ifPresent(used -> faults.addAll(used.faults()));
        return faults;
    }

    private static boolean isHttps(String url) {
        try {
            URI uri = URI.create(url.strip());
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** How many it stands for; none where it is no base64. */
    private static int bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip()).length;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /**
     * A provider of identities (OpenID Connect).
     *
     * @param url by which it is asked for its keys
     * @param clientSecret by which it knows the service
     */
    record Provider(Optional<String> url, Optional<String> clientSecret) {

        private static Provider of(SmallRyeConfig config) {
            return new Provider(
                    config.getOptionalValue("quarkus.oidc.auth-server-url", String.class),
                    config.getOptionalValue("quarkus.oidc.credentials.secret", String.class));
        }

        private List<String> faults() {
            List<String> faults = new ArrayList<>();
            if (!url.map(ProductionSettings::isHttps).orElse(false)) {
                faults.add("quarkus.oidc.auth-server-url must be the https address of the provider of identities, which"
                        + " quarkus.oidc.tenant-enabled asks for: whoever could change its answers could be anybody.");
            }
            if (clientSecret.map(String::length).orElse(0) < CLIENT_SECRET_LETTERS) {
                faults.add("quarkus.oidc.credentials.secret must have at least " + CLIENT_SECRET_LETTERS
                        + " characters. The provider makes one; it also seals what browsers keep on the way.");
            }
            return faults;
        }
    }
}
