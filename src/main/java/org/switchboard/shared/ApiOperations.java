package org.switchboard.shared;

import jakarta.ws.rs.core.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Parameters and headers in the OpenAPI document that mean the same wherever they stand. */
final class ApiOperations {

    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String NOT_MODIFIED = "304";

    private static final Map<String, String> MEANINGS = Map.of(
            IF_MATCH,
            "The ETag of the item as it was read; the change is refused where the item has changed since.",
            IF_NONE_MATCH,
            "The ETag of the copy that the client has; answered 304 while it is still good.",
            IDEMPOTENCY_KEY,
            "Chosen by the client, 1 to 200 characters: the same key and body again gives the first answer again and"
                    + " creates nothing.",
            "cursor",
            "Where the page before ended: its \"next\". With the same filters and sort as that page.",
            "sort",
            "Name of the sort key, with a leading minus for descending.",
            "limit",
            "How many items a page has at most.",
            "id",
            "As it was given when the item was created.",
            "sample",
            "Only items of the generated sample, or only the others.");

    /** Ids of the operations that answer conditionally: their methods take the request's preconditions. */
    private final Set<String> conditional;

    ApiOperations(IndexView code) {
        DotName request = DotName.createSimple(Request.class);
        conditional = code.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(annotation -> annotation.target().kind() == Kind.METHOD)
                .filter(annotation -> annotation.target().asMethod().parameterTypes().stream()
                        .anyMatch(type -> type.name().equals(request)))
                .map(ApiOperations::idIn)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static Optional<String> idIn(AnnotationInstance operation) {
        return Optional.ofNullable(operation.value("operationId")).map(AnnotationValue::asString);
    }

    void complete(Operation operation) {
        if (conditional.contains(operation.getOperationId())
                && !operation.getResponses().hasAPIResponse(NOT_MODIFIED)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            NOT_MODIFIED,
                            OASFactory.createAPIResponse()
                                    .description("The client's copy, named in If-None-Match, is still good"));
        }
        if (isConditional(operation)) {
            operation.addParameter(OASFactory.createParameter()
                    .name(IF_NONE_MATCH)
                    .in(In.HEADER)
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        }
        parametersOf(operation).forEach(ApiOperations::complete);
        operation.getResponses().getAPIResponses().forEach((status, response) -> complete(operation, status, response));
    }

    private static void complete(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(MEANINGS.get(parameter.getName()));
        }
        if (parameter.getName().equals(IF_MATCH)) {
            parameter.required(true).example("\"3\"");
        }
        if (parameter.getName().equals("limit")) {
            parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MOST));
        }
    }

    private static void complete(Operation operation, String status, APIResponse response) {
        boolean created = status.equals("201");
        boolean ok = status.equals("200");
        if (created || status.equals(NOT_MODIFIED) || (ok && (isChange(operation) || isConditional(operation)))) {
            response.addHeader("ETag", header("The version of what is answered", SchemaType.STRING, "\"0\""));
        }
        if (created) {
            response.addHeader("Location", header("Where the new item is", SchemaType.STRING, null));
        }
        if (ok && hasParameter(operation, "cursor")) {
            response.addHeader(
                    "Link",
                    header("The next page (RFC 8288, rel=\"next\"); absent on the last", SchemaType.STRING, null));
        }
        if ((ok || status.equals(NOT_MODIFIED)) && hasParameter(operation, "lang")) {
            response.addHeader("Content-Language", header("The language of the answer", SchemaType.STRING, "fr"));
        }
    }

    static Header header(String description, SchemaType type, @Nullable Object example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type))
                .example(example);
    }

    /** Whether it changes an item that the caller has read. */
    static boolean isChange(Operation operation) {
        return hasParameter(operation, IF_MATCH);
    }

    /** Whether it makes something new. */
    static boolean isCreation(Operation operation) {
        return operation.getResponses().hasAPIResponse("201") || hasParameter(operation, IDEMPOTENCY_KEY);
    }

    static boolean hasParameterIn(Operation operation, In place) {
        return parametersOf(operation).stream().anyMatch(parameter -> parameter.getIn() == place);
    }

    private static boolean isConditional(Operation operation) {
        return operation.getResponses().hasAPIResponse(NOT_MODIFIED);
    }

    private static boolean hasParameter(Operation operation, String name) {
        return parametersOf(operation).stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static List<Parameter> parametersOf(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters == null ? List.of() : parameters;
    }
}
