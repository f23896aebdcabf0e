package org.switchboard.access.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** @param email by which the person signs in; it stays what it is */
@NullUnmarked
@Schema(examples = """
                {"email": "a.expert@un.example",
                 "account": {"name": "A. Expert", "language": "en", "assignments": [{"role": "EXPERT"}]}}""")
public record CreateAccount(
        @NotBlank @Email @Size(max = 200) String email,
        @NotNull @Valid AccountContent account) {}
