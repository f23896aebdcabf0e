package org.switchboard.reference;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every operation on reference data takes: which language, and whether to give all six. */
public class NamesQuery {

    /** Declared for the contract; {@link AskedLanguage} reads it. */
    @QueryParam("lang")
    @Parameter(
            description = "The language of names and of the order; without it, Accept-Language decides, else English.",
            schema = @Schema(enumeration = {"ar", "zh", "en", "fr", "ru", "es"}))
    @Nullable
    String lang;

    @QueryParam("names")
    @Parameter(description = "\"all\" adds the names in all six languages.", schema = @Schema(enumeration = "all"))
    @Nullable
    String names;

    /** How names are to be shown. Fails with status 400 where a parameter is none of its values. */
    Shown shownIn(AskedLanguage asked) {
        if (names != null && !names.equals("all")) {
            throw HttpProblem.valueOf(Status.BAD_REQUEST, "The parameter names can only be \"all\".");
        }
        return new Shown(asked.language(), names != null);
    }

    /** How names are shown in a view. */
    record Shown(Language language, boolean inAll) {

        String one(Names names) {
            return names.in(language);
        }

        @Nullable
        Map<String, String> all(Names names) {
            return inAll ? names.all() : null;
        }
    }
}
