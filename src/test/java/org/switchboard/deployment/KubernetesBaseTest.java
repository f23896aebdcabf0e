package org.switchboard.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Renders {@code k8s/base} without a cluster and without kubectl, and checks that its parts belong together. */
class KubernetesBaseTest {

    private KubernetesBase base;
    private Deployment deployment;
    private PodSpec pod;
    private Container container;

    @BeforeEach
    void render() throws IOException {
        base = KubernetesBase.rendered();
        deployment = base.only(Deployment.class);
        pod = deployment.getSpec().getTemplate().getSpec();
        assertEquals(1, pod.getContainers().size());
        container = pod.getContainers().get(0);
    }

    @Test
    void everyFileIsAResourceAndEveryResourceAFile() throws IOException {
        try (Stream<Path> files = Files.list(KubernetesBase.FOLDER)) {
            Set<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertTrue(names.remove(KubernetesBase.KUSTOMIZATION));
            assertEquals(names, base.resources());
        }
    }

    @Test
    void namesAreUniqueAndLabelsAreThoseOfKubernetes() {
        Set<String> seen = new HashSet<>();
        for (HasMetadata object : base.objects()) {
            assertTrue(seen.add(object.getKind() + "/" + object.getMetadata().getName()));
            assertEquals("switchboard", object.getMetadata().getLabels().get("app.kubernetes.io/part-of"));
            assertNull(object.getMetadata().getNamespace(), "the namespace is the overlay's to choose");
        }
    }

    @Test
    void selectorsPickThePods() {
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        for (Map<String, String> selector : List.of(
                deployment.getSpec().getSelector().getMatchLabels(),
                base.only(Service.class).getSpec().getSelector(),
                base.only(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())) {
            assertFalse(selector.isEmpty());
            assertTrue(labels.entrySet().containsAll(selector.entrySet()), selector + " is not in " + labels);
        }
    }

    @Test
    void portsByNameAreThoseOfTheContainer() {
        Set<String> ports =
                container.getPorts().stream().map(ContainerPort::getName).collect(Collectors.toSet());
        assertTrue(probes().allMatch(probe -> ports.contains(probe.getPort().getStrVal())));
        assertTrue(base.only(Service.class).getSpec().getPorts().stream()
                .allMatch(port -> ports.contains(port.getTargetPort().getStrVal())));
        assertTrue(base.only(NetworkPolicy.class).getSpec().getIngress().stream()
                .flatMap(rule -> rule.getPorts().stream())
                .allMatch(port -> ports.contains(port.getPort().getStrVal())));
    }

    @Test
    void serviceListensWhereItsPodIsAsked() throws IOException {
        Map<String, String> settings = base.only(ConfigMap.class).getData();
        assertEquals("production", settings.get("QUARKUS_PROFILE"));
        assertFalse(settings.containsKey("QUARKUS_HTTP_HOST"), "the profile says it");
        Properties ofService = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            ofService.load(file);
        }
        assertEquals("0.0.0.0", ofService.get("%production.quarkus.http.host"));
        assertEquals("127.0.0.1", ofService.get("quarkus.http.host"));
        assertEquals(
                settings.get("QUARKUS_HTTP_PORT"),
                container.getPorts().get(0).getContainerPort().toString());
    }

    @Test
    void settingsComeFromTheGeneratedConfigMap() {
        assertEquals(
                List.of(base.only(ConfigMap.class).getMetadata().getName()),
                container.getEnvFrom().stream()
                        .map(from -> from.getConfigMapRef().getName())
                        .toList());
    }

    @Test
    void databaseIsExternalAndNoSecretIsInAFile() {
        Map<String, SecretKeySelector> secrets = container.getEnv().stream()
                .collect(Collectors.toMap(
                        EnvVar::getName, variable -> variable.getValueFrom().getSecretKeyRef()));
        assertEquals(
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", "switchboard-database",
                        "QUARKUS_DATASOURCE_USERNAME", "switchboard-database",
                        "QUARKUS_DATASOURCE_PASSWORD", "switchboard-database",
                        "QUARKUS_FLYWAY_USERNAME", "switchboard-database",
                        "QUARKUS_FLYWAY_PASSWORD", "switchboard-database",
                        "SWITCHBOARD_PUBLIC_URL", "switchboard-service",
                        "SWITCHBOARD_SECRET_KEY", "switchboard-service"),
                secrets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, secret -> secret.getValue()
                        .getName())));
        assertTrue(base.objects().stream().noneMatch(object -> object.getKind().equals("Secret")));
    }

    @Test
    void secretIsExplainedKeyByKey() throws IOException {
        String explained = Files.readString(Path.of("k8s/README.md"));
        for (EnvVar variable : container.getEnv()) {
            SecretKeySelector secret = variable.getValueFrom().getSecretKeyRef();
            assertTrue(explained.contains("create secret generic " + secret.getName()));
            assertTrue(
                    explained.contains("--from-literal=" + secret.getKey() + "=")
                            || explained.contains("--from-file=" + secret.getKey() + "="),
                    secret.getKey());
        }
    }

    @Test
    void processMayDoNothingThatItNeedNot() {
        assertEquals(false, pod.getAutomountServiceAccountToken());
        assertEquals(true, pod.getSecurityContext().getRunAsNonRoot());
        assertEquals(
                "RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
        assertEquals(false, container.getSecurityContext().getAllowPrivilegeEscalation());
        assertEquals(true, container.getSecurityContext().getReadOnlyRootFilesystem());
        assertEquals(
                List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
        assertTrue(container.getSecurityContext().getCapabilities().getAdd().isEmpty());
        assertNull(container.getSecurityContext().getPrivileged());
        assertNull(pod.getHostNetwork());
        assertNull(pod.getHostPID());
        assertNull(pod.getHostIPC());
    }

    @Test
    void userIsThatOfTheImage() throws IOException {
        String user = pod.getSecurityContext().getRunAsUser() + ":"
                + pod.getSecurityContext().getRunAsGroup();
        assertEquals(user, Dockerfile.read().last("USER"));
    }

    @Test
    void onlyTmpCanBeWritten() {
        Map<String, Volume> volumes =
                pod.getVolumes().stream().collect(Collectors.toMap(Volume::getName, Function.identity()));
        assertEquals(
                Map.of("tmp", "/tmp"),
                container.getVolumeMounts().stream()
                        .collect(Collectors.toMap(VolumeMount::getName, VolumeMount::getMountPath)));
        assertEquals(Set.of("tmp"), volumes.keySet());
        assertTrue(volumes.get("tmp")
                        .getEmptyDir()
                        .getSizeLimit()
                        .getNumericalAmount()
                        .signum()
                > 0);
    }

    @Test
    void resourcesAreAskedForAndLimited() {
        for (String resource : List.of("cpu", "memory")) {
            assertTrue(container.getResources().getRequests().containsKey(resource));
            assertTrue(container.getResources().getLimits().containsKey(resource));
        }
    }

    @Test
    void imageHasAVersion() {
        assertTrue(Dockerfile.hasVersion(container.getImage()), container.getImage());
    }

    @Test
    void serviceIsReachableFromLabelledPodsOfItsNamespaceOnly() {
        assertEquals("ClusterIP", base.only(Service.class).getSpec().getType());
        var policy = base.only(NetworkPolicy.class).getSpec();
        assertTrue(policy.getPolicyTypes().contains("Ingress"));
        assertEquals(1, policy.getIngress().size());
        var from = policy.getIngress().get(0).getFrom();
        assertEquals(1, from.size());
        assertNull(from.get(0).getNamespaceSelector());
        assertNull(from.get(0).getIpBlock());
        assertEquals(
                Map.of("switchboard-client", "true"),
                from.get(0).getPodSelector().getMatchLabels());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  typo: ClusterIP\n",
                "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  name: b\n",
                "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n"
                        + "        - name: a\n          readOnlyRootFilesystem: true\n",
                "apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: many\n"
            })
    void mistakesAreNotPassedOver(String yaml) {
        assertThrows(JsonProcessingException.class, () -> KubernetesBase.object(StrictYaml.document(yaml)));
    }

    private Stream<HTTPGetAction> probes() {
        return Stream.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())
                .map(Probe::getHttpGet);
    }
}
