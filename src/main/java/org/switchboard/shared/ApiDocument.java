package org.switchboard.shared;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document with what all operations share, so that resources say only what is theirs: refusals,
 * headers, what the records require, and examples put together from those of the records. It runs while the service is
 * built.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {

    /** The order in which a newcomer meets the parts; others follow by name. */
    private static final List<String> READING_ORDER =
            List.of("Reference data", "Requests", "Needs", "Providers", "Offers", "Imports", "Rates");

    private final IndexView code;

    public ApiDocument(IndexView code) {
        this.code = code;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        describe(document);
        ApiProblems.declareIn(document.getComponents());
        new ApiSchemas(code).complete(document.getComponents().getSchemas());
        ApiOperations operations = new ApiOperations(code);
        ApiSecurity security = new ApiSecurity(code);
        security.declareIn(document);
        ApiExamples examples = new ApiExamples(document.getComponents().getSchemas());
        for (Operation operation : operationsOf(document)) {
            operations.complete(operation);
            security.complete(operation);
            ApiProblems.addTo(operation);
            examples.addTo(operation);
        }
    }

    private static List<Operation> operationsOf(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .toList();
    }

    private static void describe(OpenAPI document) {
        document.setInfo(OASFactory.createInfo()
                .title("Switchboard")
                .description("Pairs States that ask for technical assistance with the donors and providers who can give"
                        + " it. Dates are ISO 8601, States ISO 3166-1 alpha-3, regions UN M49, currencies ISO 4217,"
                        + " languages BCP 47. Refusals are problem documents (RFC 9457). A field without a value is"
                        + " left out of an answer. Every answer names its request in X-Request-Id: the client's own id,"
                        + " if the request had one of 8 to 64 letters, digits and hyphens in that header, else a new"
                        + " one.")
                .license(OASFactory.createLicense().name("Apache License 2.0").identifier("Apache-2.0")));
        document.setServers(
                List.of(OASFactory.createServer().url("/").description("The service that gave this document")));
        List<Tag> tags = new ArrayList<>(document.getTags());
        tags.sort(Comparator.comparing(ApiDocument::place).thenComparing(Tag::getName));
        document.setTags(tags);
    }

    private static int place(Tag tag) {
        int place = READING_ORDER.indexOf(tag.getName());
        return place < 0 ? READING_ORDER.size() : place;
    }
}
