package org.switchboard.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The objects of {@code k8s/base} as Kustomize makes them, but for the suffixes of generated names. Only what the base
 * uses is known; anything else fails, so that nothing is passed over.
 */
record KubernetesBase(Set<String> resources, List<HasMetadata> objects) {

    static final Path FOLDER = Path.of("k8s/base");
    static final String KUSTOMIZATION = "kustomization.yaml";

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Service", Service.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);

    static KubernetesBase rendered() throws IOException {
        Kustomization kustomization = StrictYaml.convert(StrictYaml.document(text(KUSTOMIZATION)), Kustomization.class);
        List<HasMetadata> objects = new ArrayList<>();
        for (String resource : kustomization.resources()) {
            for (JsonNode document : StrictYaml.documents(text(resource))) {
                objects.add(object(document));
            }
        }
        kustomization.configMapGenerator().forEach(generator -> objects.add(generator.configMap()));
        objects.forEach(object -> kustomization.labels().forEach(labels -> labels.addTo(object)));
        return new KubernetesBase(Set.copyOf(kustomization.resources()), List.copyOf(objects));
    }

    /** The only object of this type. */
    <T extends HasMetadata> T only(Class<T> type) {
        List<T> found =
                objects.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("not one but " + found.size() + " of " + type.getSimpleName());
        }
        return found.get(0);
    }

    static HasMetadata object(JsonNode document) throws IOException {
        String kind = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        Class<? extends HasMetadata> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("unknown kind of object: " + kind);
        }
        return StrictYaml.convert(document, type);
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    /** What of a kustomization the base uses. */
    private record Kustomization(
            String apiVersion,
            String kind,
            List<String> resources,
            List<Generator> configMapGenerator,
            List<Labels> labels) {

        Kustomization {
            if (!"kustomize.config.k8s.io/v1beta1".equals(apiVersion) || !"Kustomization".equals(kind)) {
                throw new IllegalArgumentException("no kustomization: " + apiVersion + " " + kind);
            }
        }
    }

    private record Generator(String name, List<String> literals) {

        ConfigMap configMap() {
            Map<String, String> data = new TreeMap<>();
            for (String literal : literals) {
                String[] pair = literal.split("=", 2);
                if (data.put(pair[0], pair[1]) != null) {
                    throw new IllegalArgumentException("given twice: " + pair[0]);
                }
            }
            return new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .endMetadata()
                    .withData(data)
                    .build();
        }
    }

    private record Labels(Map<String, String> pairs, boolean includeTemplates) {

        void addTo(HasMetadata object) {
            Map<String, String> labels = new TreeMap<>(object.getMetadata().getLabels());
            labels.putAll(pairs);
            object.getMetadata().setLabels(labels);
            if (includeTemplates && object instanceof Deployment deployment) {
                deployment.getSpec().getTemplate().getMetadata().getLabels().putAll(pairs);
            }
        }
    }
}
