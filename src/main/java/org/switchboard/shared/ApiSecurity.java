package org.switchboard.shared;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Says in the OpenAPI document how callers show who they are, and which operations cannot be used without. */
final class ApiSecurity {

    private static final String TOKEN = "token";
    private static final String SESSION = "session";

    private static final DotName OPEN = DotName.createSimple(PermitAll.class);
    private static final Set<DotName> CLOSED =
            Set.of(DotName.createSimple(RolesAllowed.class), DotName.createSimple(Authenticated.class));

    /** Ids of the operations that are not for everyone. */
    private final Set<String> closed;

    ApiSecurity(IndexView code) {
        closed = code.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(annotation -> annotation.target().kind() == Kind.METHOD)
                .filter(annotation -> isClosed(annotation.target().asMethod()))
                .map(annotation -> annotation.value("operationId"))
                .map(AnnotationValue::asString)
                .collect(Collectors.toSet());
    }

    /** What stands at the method counts before what stands at its class. */
    private static boolean isClosed(MethodInfo method) {
        if (CLOSED.stream().anyMatch(method::hasDeclaredAnnotation)) {
            return true;
        }
        return !method.hasDeclaredAnnotation(OPEN)
                && CLOSED.stream().anyMatch(method.declaringClass()::hasDeclaredAnnotation);
    }

    void declareIn(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API token: Authorization: Bearer sb_…"))
                .addSecurityScheme(
                        SESSION,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("switchboard")
                                .description("The cookie of a session, set at sign-in. Over TLS it is called"
                                        + " __Host-switchboard."));
    }

    /** Where everyone is let in, who one is may still make a difference: the empty requirement says that it need not. */
    void complete(Operation operation) {
        SecurityRequirement token = OASFactory.createSecurityRequirement().addScheme(TOKEN);
        SecurityRequirement session = OASFactory.createSecurityRequirement().addScheme(SESSION);
        operation.setSecurity(
                closed.contains(operation.getOperationId())
                        ? List.of(token, session)
                        : List.of(OASFactory.createSecurityRequirement(), token, session));
    }
}
