package org.switchboard.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSettingsTest {

    private static final String URL = "https://switchboard.example";
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String PROVIDER = "https://identities.example/realms/one";
    private static final String CLIENT_SECRET = "01234567890123456789012345678901";
    private static final String DATABASE = "jdbc:postgresql://postgres.example/switchboard";

    @Test
    void nothingIsWrongWithAllSet() {
        assertEquals(List.of(), settings(URL, true, KEY, false, DATABASE).faults());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"http://switchboard.example", "switchboard.example", "https://", "https:// x", "ftp://a.b"})
    void addressMustBeHttps(String url) {
        assertOnly("switchboard.public-url", settings(url, true, KEY, false, DATABASE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(booleans = false)
    void cookieMustBeSecure(Boolean secure) {
        assertOnly("switchboard.session.secure-cookie", settings(URL, secure, KEY, false, DATABASE));
    }

    /** Missing, the example, no base64, and 31 bytes. */
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                ProductionSettings.EXAMPLE_KEY,
                "a long enough text that is no base64 at all",
                "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MA==",
                "MDEyMzQ1"
            })
    void keyMustBeLongAndOnesOwn(String key) {
        ProductionSettings settings = settings(URL, true, key, false, DATABASE);
        assertOnly("switchboard.secret-key", settings);
        if (key != null) {
            assertFalse(settings.faults().get(0).contains(key), "secrets are not repeated");
        }
    }

    @Test
    void sampleIsNotForProduction() {
        assertOnly("switchboard.sample", settings(URL, true, KEY, true, DATABASE));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = " ")
    void databaseMustBeOnesOwn(String database) {
        assertOnly("quarkus.datasource.jdbc.url", settings(URL, true, KEY, false, database));
    }

    @Test
    void nothingIsWrongWithAProviderThatIsWhole() {
        assertEquals(List.of(), settings(PROVIDER, CLIENT_SECRET).faults());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"http://identities.example/realms/one", "identities.example"})
    void providerMustBeReachedByHttps(String url) {
        assertOnly("quarkus.oidc.auth-server-url", settings(url, CLIENT_SECRET));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "0123456789012345678901234567890")
    void clientSecretMustBeLong(String secret) {
        ProductionSettings settings = settings(PROVIDER, secret);
        assertOnly("quarkus.oidc.credentials.secret", settings);
        if (secret != null) {
            assertFalse(settings.faults().get(0).contains(secret), "secrets are not repeated");
        }
    }

    @Test
    void everythingIsSaidAtOnce() {
        assertEquals(5, settings(null, null, null, true, null).faults().size());
    }

    @Test
    void exampleThatIsRefusedIsTheOneThatIsDocumented() throws IOException {
        assertTrue(Files.readAllLines(Path.of("src/main/resources/application.properties"))
                .contains("#switchboard.secret-key=" + ProductionSettings.EXAMPLE_KEY));
    }

    private static void assertOnly(String setting, ProductionSettings settings) {
        assertEquals(1, settings.faults().size(), settings.faults().toString());
        assertTrue(
                settings.faults().get(0).startsWith(setting + " "),
                settings.faults().toString());
    }

    private static ProductionSettings settings(
            String url, Boolean secure, String key, boolean sample, String database) {
        return new ProductionSettings(
                Optional.ofNullable(url),
                Optional.ofNullable(secure),
                Optional.ofNullable(key),
                sample,
                Optional.ofNullable(database),
                Optional.empty());
    }

    private static ProductionSettings settings(String provider, String clientSecret) {
        return new ProductionSettings(
                Optional.of(URL),
                Optional.of(true),
                Optional.of(KEY),
                false,
                Optional.of(DATABASE),
                Optional.of(new ProductionSettings.Provider(
                        Optional.ofNullable(provider), Optional.ofNullable(clientSecret))));
    }
}
