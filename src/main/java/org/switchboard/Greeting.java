package org.switchboard;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells the person who started the service where to look first, and who else can look. */
@ApplicationScoped
class Greeting {

    private static final Logger LOG = Logger.getLogger(Greeting.class);

    private final String host;
    private final int port;

    Greeting(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.host = host;
        this.port = port;
    }

    void onStart(@Observes StartupEvent start) {
        LOG.infof("The matrix: http://%s:%d/api/v1/matrix (%s)", host, port, audience());
    }

    private String audience() {
        return host.equals("127.0.0.1") || host.equals("localhost")
                ? "reachable from this machine only"
                : "reachable from other machines; only https may lead them here";
    }
}
