package org.switchboard.access.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * What can change about an account.
 *
 * @param language in which the person is written to
 */
@NullUnmarked
@Schema(examples = "{\"name\": \"A. Expert\", \"language\": \"en\", \"assignments\": [{\"role\": \"EXPERT\"}]}")
public record AccountContent(
        @NotBlank @Size(max = 200) String name,

        @NotNull @Pattern(regexp = "ar|en|es|fr|ru|zh", message = "must be one of ar, en, es, fr, ru, zh")
        String language,

        @NotNull @Size(max = 50) List<@NotNull @Valid AssignmentContent> assignments) {}
