package org.switchboard.notice;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Person;
import org.switchboard.shared.Answers;
import org.switchboard.shared.Preconditions;

@Path("/api/v1/notice-preferences")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Notices")
public class NoticePreferencesResource {

    private final NoticePreferences preferences;
    private final SecurityIdentity identity;

    NoticePreferencesResource(NoticePreferences preferences, SecurityIdentity identity) {
        this.preferences = preferences;
        this.identity = identity;
    }

    @GET
    @Operation(operationId = "getNoticePreferences", summary = "Which notices one gets by mail, and when")
    @APIResponse(
            responseCode = "200",
            description = "As chosen; what holds for everyone until then",
            content = @Content(schema = @Schema(implementation = PreferencesView.class)))
    public Response get(@Context Request http) {
        PreferencesView view = preferences.get(person());
        return Answers.item(http, view, view.version());
    }

    @PUT
    @Operation(operationId = "changeNoticePreferences", summary = "Choose which notices to get by mail, and when")
    @APIResponse(
            responseCode = "200",
            description = "Chosen",
            content = @Content(schema = @Schema(implementation = PreferencesView.class)))
    public Response change(
            @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid PreferencesContent content) {
        PreferencesView view = preferences.change(person(), Preconditions.version(ifMatch), content);
        return Answers.changed(view, view.version());
    }

    private Person person() {
        return Objects.requireNonNull(
                identity.<@Nullable Person>getAttribute(Person.ATTRIBUTE),
                "only operations for whoever has signed in ask this");
    }
}
