package org.switchboard.shared;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an institution can be reached: an office, never a private person. */
@Schema(examples = "{\"office\": \"Permanent Mission, Legal Section\", \"email\": \"legal@mission.example\"}")
public record Contact(
        @Size(max = 200) @Nullable String office,
        @Email @Size(max = 200) @Nullable String email,

        @Pattern(regexp = "\\+?[0-9 ()./-]{3,40}", message = "must be a telephone number") @Nullable
        String phone,

        @Pattern(regexp = "https?://\\S{3,300}", message = "must be a web address") @Nullable
        String website) {}
