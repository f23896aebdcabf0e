package org.switchboard.reference;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language of the answer to the present request: that of {@code ?lang=}, else the best match of
 * {@code Accept-Language}, else English. An answer that depends on it names it in {@code Content-Language} and varies by
 * {@code Accept-Language}.
 */
@RequestScoped
public class AskedLanguage {

    private static final List<String> TAGS =
            Arrays.stream(Language.values()).map(Language::tag).toList();

    private final UriInfo uri;
    private final HttpHeaders headers;

    AskedLanguage(UriInfo uri, HttpHeaders headers) {
        this.uri = uri;
        this.headers = headers;
    }

    /** Fails with a problem document, status 400, where {@code ?lang=} names none of the six languages. */
    public Language language() {
        return choose(uri.getQueryParameters().getFirst("lang"), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The same choice for callers that have the two values at hand. */
    public static Language choose(@Nullable String lang, @Nullable String acceptLanguage) {
        if (lang == null) {
            return accepted(acceptLanguage == null ? "" : acceptLanguage).orElse(Language.EN);
        }
        return Language.ofTag(lang)
                .orElseThrow(() -> HttpProblem.valueOf(
                        Status.BAD_REQUEST, "The parameter lang must be one of " + String.join(", ", TAGS) + "."));
    }

    private static Optional<Language> accepted(String header) {
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(header), TAGS);
            return Optional.ofNullable(best).flatMap(Language::ofTag);
        } catch (IllegalArgumentException malformed) {
            // a wish that cannot be read is no reason to refuse an answer
            return Optional.empty();
        }
    }
}
