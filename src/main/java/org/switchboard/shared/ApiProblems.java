package org.switchboard.shared;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The refusals in the OpenAPI document: which operation can answer which, and how they look. */
final class ApiProblems {

    private static final String PROBLEM = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";

    /** Brought along by the library that writes problems; ours say what is really answered. */
    private static final Set<String> REPLACED = Set.of("HttpProblem", "HttpValidationProblem");

    private static final Predicate<Operation> ALWAYS = operation -> true;
    private static final Predicate<Operation> WHERE_SAID = operation -> false;
    private static final Predicate<Operation> WITH_BODY = operation -> operation.getRequestBody() != null;

    private static final List<Refused> ALL = List.of(
            new Refused(
                    "Malformed",
                    "A parameter, a header or the body cannot be read",
                    example(ProblemKind.MALFORMED, "limit must be from 1 to 200, not 900."),
                    ALWAYS),
            new Refused(
                    "Unauthenticated",
                    "The caller has not signed in, or showed a token that is unknown, expired or revoked",
                    example(ProblemKind.UNAUTHENTICATED, "Sign in first, or send a token that is good here."),
                    ALWAYS),
            new Refused(
                    "NotAllowed",
                    "The caller is known, but its role or its token does not allow this",
                    example(ProblemKind.NOT_ALLOWED, "You are known here, but this is not for you."),
                    ALWAYS),
            new Refused(
                    "NotFound",
                    "There is nothing here that the caller may see",
                    example(ProblemKind.NOT_FOUND, "There is nothing here that you may see."),
                    operation -> ApiOperations.hasParameterIn(operation, In.PATH)),
            new Refused(
                    "NotAcceptable",
                    "The answer has none of the types that Accept names",
                    example(406, "Not Acceptable"),
                    ALWAYS),
            new Refused(
                    "Conflict",
                    "Not possible in the present state of the item, or another item stands in the way",
                    example(ProblemKind.CONFLICT, "A need that is withdrawn cannot become open. This is its end."),
                    operation -> ApiOperations.isChange(operation) || ApiOperations.isCreation(operation)),
            new Refused(
                    "Stale",
                    "The item has changed since it was read: If-Match names another version",
                    example(ProblemKind.STALE, "This item has changed since you read it."),
                    ApiOperations::isChange),
            new Refused(
                    "TooLarge",
                    "The body is larger than the service takes",
                    example(ProblemKind.TOO_LARGE, "The body is larger than the service takes."),
                    WITH_BODY),
            new Refused(
                    "UnsupportedType",
                    "The body has a type that is not taken here",
                    example(415, "Unsupported Media Type"),
                    WITH_BODY),
            new Refused(
                    "RulesBroken",
                    "The body can be read but breaks rules, each of them listed; or its Idempotency-Key came before with"
                            + " another body",
                    brokenRules(),
                    WITH_BODY),
            new Refused(
                    "PreconditionMissing",
                    "If-Match is missing",
                    example(
                            ProblemKind.PRECONDITION_MISSING,
                            "Say which version you mean to change: send the ETag of the item, as you read it, in If-Match."),
                    ApiOperations::isChange),
            new Refused(
                    "TooManyAttempts",
                    "Too many attempts failed, for this account or from this address; this one was not looked at",
                    example(
                            ProblemKind.TOO_MANY_ATTEMPTS,
                            "There were too many attempts that failed. Wait 8 seconds before the next."),
                    WHERE_SAID),
            new Refused("Unexpected", "The service failed unforeseen", example(500, "Internal Server Error"), ALWAYS),
            new Refused(
                    "Unavailable",
                    "The database is away, or too much is under way; nothing of the request was done",
                    example(ProblemKind.DATABASE_AWAY, "The service cannot reach its database just now."),
                    ALWAYS));

    private ApiProblems() {}

    /** Declares the problem document and its parts. */
    static void declareIn(Components components) {
        REPLACED.forEach(components::removeSchema);
        components.addSchema(PROBLEM, problem());
        components.addSchema("Violation", violation());
        components.addSchema("BadCell", badCell());
        ALL.forEach(refused -> components.addResponse(refused.name, refused.response(refused.description)));
    }

    /** Adds the refusals that can come; what the resource itself says of one stays. */
    static void addTo(Operation operation) {
        for (Refused refused : ALL) {
            if (refused.canCome.test(operation) || operation.getResponses().hasAPIResponse(refused.status())) {
                complete(operation, refused);
            }
        }
    }

    private static void complete(Operation operation, Refused refused) {
        APIResponse said = operation.getResponses().getAPIResponse(refused.status());
        boolean isOwn = said != null
                && said.getDescription() != null
                && !said.getDescription().equals(refused.phrase());
        operation
                .getResponses()
                .addAPIResponse(
                        refused.status(),
                        isOwn
                                ? refused.response(said.getDescription())
                                : OASFactory.createAPIResponse().ref(refused.name));
    }

    private static Schema problem() {
        return object("A refusal (RFC 9457)")
                .addProperty(
                        "type",
                        text("Stable name of the kind of problem, for programs").format("uri"))
                .addProperty("title", text("The kind of problem, for people"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("As in the HTTP answer"))
                .addProperty("detail", text("What stands in the way this time, and what to do"))
                .addProperty("instance", text("The path that was asked for").format("uri-reference"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description(
                                        "Everything that is wrong with the body: its fields, or cells of its table")
                                .items(OASFactory.createSchema()
                                        .anyOf(List.of(reference("Violation"), reference("BadCell")))))
                .required(List.of("title", "status"));
    }

    private static Schema violation() {
        return object("One thing that is wrong with a body")
                .addProperty("pointer", text("Where: a JSON pointer into the body; for a parameter its name"))
                .addProperty("code", text("Stable name of the rule, for programs"))
                .addProperty("message", text("What is wrong and what to do, for people"))
                .required(List.of("pointer", "code", "message"));
    }

    private static Schema badCell() {
        return object("One cell of a table that cannot be taken")
                .addProperty(
                        "row",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .description("Line of the table, the heading being row 1"))
                .addProperty("column", text("Its name in the heading; empty where the whole row is meant"))
                .addProperty("value", text("As it stands in the file, cut to 100 characters"))
                .addProperty("reason", text("What is wrong and what to do"))
                .required(List.of("row", "column", "value", "reason"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static Map<String, Object> example(ProblemKind kind, String detail) {
        HttpProblem problem = kind.problem(detail).build();
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", kind.type().toString());
        example.put("title", problem.getTitle());
        example.put("status", kind.status());
        example.put("detail", detail);
        return example;
    }

    private static Map<String, Object> example(int status, String title) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("title", title);
        example.put("status", status);
        return example;
    }

    private static Map<String, Object> brokenRules() {
        Map<String, Object> example = example(ProblemKind.RULES_BROKEN, "Some fields are missing or out of range.");
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("pointer", "/cost/amount");
        violation.put("code", "DecimalMin");
        violation.put("message", "must be above zero");
        example.put("violations", List.of(violation));
        return example;
    }

    /**
     * A refusal and the operations that can give it.
     *
     * @param name by which operations refer to it
     */
    private record Refused(String name, String description, Map<String, Object> example, Predicate<Operation> canCome) {

        String status() {
            return String.valueOf(example.get("status"));
        }

        /** What the scanner writes where a resource says nothing. */
        String phrase() {
            return Status.fromStatusCode(Integer.parseInt(status())).getReasonPhrase();
        }

        APIResponse response(String words) {
            APIResponse response = OASFactory.createAPIResponse()
                    .description(words)
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    MEDIA_TYPE,
                                    OASFactory.createMediaType()
                                            .schema(reference(PROBLEM))
                                            .example(example)));
            if (status().equals("503") || status().equals("429")) {
                response.addHeader(
                        "Retry-After",
                        ApiOperations.header("After how many seconds to try again", SchemaType.INTEGER, 5));
            }
            return response;
        }
    }
}
