package org.switchboard.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * An answer that a client may keep and then ask about again at little cost. The
 * entity tag is a digest of the very bytes sent, so that it changes with the data, the language, the filters and the
 * shape of the view, and with nothing else.
 */
@RequestScoped
public class CacheableAnswer {

    private static final String PUBLIC = "public, max-age=300";
    private static final String PRIVATE = "private, no-cache";

    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final AskedLanguage asked;

    CacheableAnswer(ObjectMapper json, HttpHeaders headers, AskedLanguage asked) {
        this.json = json;
        this.headers = headers;
        this.asked = asked;
    }

    /** A view that is the same for everyone, as JSON. */
    public Response of(Object view) {
        return of(bytes(view), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"), PUBLIC);
    }

    /** A view cut to its reader, as JSON: only the reader's own client may keep it, and asks again each time. */
    public Response ofReader(Object view) {
        return of(bytes(view), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"), PRIVATE);
    }

    /** The same for a view that is written already, in whatever form. */
    public Response ofReader(byte[] body, MediaType type) {
        return of(body, type, PRIVATE);
    }

    private Response of(byte[] body, MediaType type, String cacheControl) {
        String tag = '"' + digest(body) + '"';
        ResponseBuilder answer = isKnown(tag) ? Response.status(Status.NOT_MODIFIED) : Response.ok(body, type);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, asked.language().tag())
                .build();
    }

    /** By the weak comparison of RFC 9110, as a proxy that compresses an answer weakens its tag. */
    private boolean isKnown(String tag) {
        List<String> lines = headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        return lines != null
                && lines.stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }

    private byte[] bytes(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
