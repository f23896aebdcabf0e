package org.switchboard.deployment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchboard.testing.PostgresResource;

/** What the pods are asked for is what the service answers. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ProbesTest {

    @Test
    void probesAskForPathsThatTheServiceServes() throws IOException {
        Container container = KubernetesBase.rendered()
                .only(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
        List<String> paths = Stream.of(
                        container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())
                .map(probe -> probe.getHttpGet().getPath())
                .toList();
        assertEquals(List.of("/q/health/started", "/q/health/ready", "/q/health/live"), paths);
        paths.forEach(path -> given().get(path).then().statusCode(200).body("status", equalTo("UP")));
    }
}
