package org.switchboard.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak on a free port, from its distribution that the Maven profile {@code oidc} unpacks, with the realms of
 * {@code src/test/resources/keycloak}. Tests that use it bear the tag {@code oidc}.
 */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

    /** Of every client in the realms. */
    public static final String CLIENT_SECRET = "only for tests, 32 characters long";

    private static final Path HOME = Path.of(System.getProperty("keycloak.home", "target/keycloak"));
    private static final Path REALMS = Path.of("src", "test", "resources", "keycloak");
    private static final long START_SECONDS = 300;
    private static final long STOP_SECONDS = 20;

    private Process keycloak;

    @Override
    public Map<String, String> start() {
        try {
            int port = freePort();
            importRealms();
            keycloak = launch(port);
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            String realms = "http://127.0.0.1:" + port + "/realms/";
            await(realms + "switchboard");
            await(realms + "elsewhere");
            return Map.of(
                    "quarkus.oidc.auth-server-url", realms + "switchboard",
                    "quarkus.oidc.credentials.secret", CLIENT_SECRET,
                    "test.realm.elsewhere", realms + "elsewhere");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (Exception problem) {
            stop();
            throw new IllegalStateException(problem);
        }
    }

    private static void importRealms() throws IOException {
        Path imports = Files.createDirectories(HOME.resolve("data").resolve("import"));
        for (String realm : List.of("switchboard-realm.json", "elsewhere-realm.json")) {
            Files.copy(REALMS.resolve(realm), imports.resolve(realm), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Process launch(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        HOME.resolve("bin").resolve("kc.sh").toAbsolutePath().toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("keycloak.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("KC_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        return builder.start();
    }

    private void await(String realm) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest discovery = HttpRequest.newBuilder(URI.create(realm + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(20))
                .build();
        Deadline.seconds(START_SECONDS).until("Keycloak answers: " + HOME.resolve("keycloak.log"), () -> {
            if (!keycloak.isAlive()) {
                throw new AssertionError("Keycloak ended:\n" + Files.readString(HOME.resolve("keycloak.log")));
            }
            try {
                return http.send(discovery, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /** The script and, below it, Java itself: there is nothing in it to be kept. */
    @Override
    public synchronized void stop() {
        if (keycloak == null) {
            return;
        }
        List<ProcessHandle> all = keycloak.descendants().toList();
        keycloak.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(
                one -> one.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join());
        keycloak = null;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
