package org.switchboard.shared;

import io.quarkiverse.resteasy.problem.DefaultExceptionMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.jboss.logging.Logger;

/**
 * Answers 503 with a time to come back when the database is away, whatever exception carries the news.
 *
 * <p>It stands before the mapper of last resort, because the news comes wrapped in exceptions of Hibernate, of the
 * transaction manager or of the container, and hands everything else on to it. Mappers of particular exceptions come
 * first as ever.
 */
@Provider
@Priority(DatabaseAwayMapper.BEFORE_THE_LAST_RESORT)
public final class DatabaseAwayMapper implements ExceptionMapper<Exception> {

    /** The mapper of last resort registers itself with 999. */
    static final int BEFORE_THE_LAST_RESORT = 900;

    private static final Logger LOG = Logger.getLogger(DatabaseAwayMapper.class);
    private static final URI TYPE = URI.create("urn:switchboard:problem:database-away");
    private static final int RETRY_AFTER_SECONDS = 5;

    private final UriInfo address;
    private final ExceptionMapper<Exception> lastResort;

    public DatabaseAwayMapper(UriInfo address, DefaultExceptionMapper lastResort) {
        this.address = address;
        this.lastResort = lastResort;
    }

    @Override
    public Response toResponse(Exception failure) {
        if (!DatabaseAway.isReasonOf(failure)) {
            return lastResort.toResponse(failure);
        }
        LOG.warnf("Answered 503, the database is away: %s", failure);
        return HttpProblem.builder()
                .withType(TYPE)
                .withStatus(Response.Status.SERVICE_UNAVAILABLE)
                .withTitle("The database is away")
                .withDetail("The service cannot reach its database just now. Nothing of this request was confirmed; "
                        + "send it again in a few seconds.")
                .withInstance(URI.create(address.getPath()))
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build()
                .toResponse();
    }
}
