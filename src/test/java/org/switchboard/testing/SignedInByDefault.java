package org.switchboard.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.List;
import org.switchboard.access.Assignment;

/**
 * Lets a test that is about something else than access speak as an expert who also keeps the accounts: whoever sends no
 * credentials gets these. A test that is about access says who speaks, see {@link Caller}.
 */
public final class SignedInByDefault implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        boolean nobody = test.getTestInstance().getClass().isAnnotationPresent(NobodyByDefault.class);
        RestAssured.replaceFiltersWith(nobody ? List.of(new Unmarked()) : List.of(new ExpertByDefault()));
    }

    private static final class Unmarked implements Filter {
        @Override
        public Response filter(
                FilterableRequestSpecification request, FilterableResponseSpecification answer, FilterContext context) {
            request.removeHeader(Caller.SAYS_WHO);
            return context.next(request, answer);
        }
    }

    private static final class ExpertByDefault implements Filter {
        @Override
        public Response filter(
                FilterableRequestSpecification request, FilterableResponseSpecification answer, FilterContext context) {
            if (request.getHeaders().hasHeaderWithName(Caller.SAYS_WHO)) {
                request.removeHeader(Caller.SAYS_WHO);
            } else if (!request.getHeaders().hasHeaderWithName("Authorization")
                    && request.getCookies().size() == 0) {
                request.header(
                        "Authorization", "Bearer " + People.token(Assignment.expert(), Assignment.administrator()));
            }
            return context.next(request, answer);
        }
    }
}
