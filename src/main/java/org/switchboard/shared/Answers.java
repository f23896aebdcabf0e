package org.switchboard.shared;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The answers that every resource gives alike. */
public final class Answers {

    private Answers() {}

    /** An item with its ETag, or 304 where the caller has it already. */
    public static Response item(Request request, Object view, int version) {
        return item(request, view, Preconditions.tag(version));
    }

    /** The same, of a view that has a tag of its own. */
    public static Response item(Request request, Object view, EntityTag tag) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.tag(tag).build()
                : Response.ok(view).tag(tag).build();
    }

    /** The item as it stands after a change. */
    public static Response changed(Object view, int version) {
        return Response.ok(view).tag(Preconditions.tag(version)).build();
    }

    /** A page with its RFC 8288 link to the next. */
    public static Response page(UriInfo uri, Page<?> page) {
        return page(uri, page, page.next());
    }

    /**
     * An answer that holds one page of a list beside other things, with the same link.
     *
     * @param cursor of the next page; null on the last
     */
    public static Response page(UriInfo uri, Object view, @Nullable String cursor) {
        Response.ResponseBuilder answer = Response.ok(view);
        if (cursor != null) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", cursor)
                    .build();
            answer.links(Link.fromUri(next).rel("next").build());
        }
        return answer.build();
    }
}
