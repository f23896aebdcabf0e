package org.switchboard.edge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/** Puts the request's id into every problem document, whichever mapper made it. */
@Provider
public class ProblemIds implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        Object id = MDC.get(RequestIds.NAME);
        if (id != null && answer.getEntity() instanceof HttpProblem problem) {
            answer.setEntity(
                    HttpProblem.builder(problem).with(RequestIds.NAME, id).build(),
                    answer.getEntityAnnotations(),
                    answer.getMediaType());
        }
    }
}
