package org.switchboard.access.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** @param token from the log of the service */
@NullUnmarked
@Schema(examples = """
                {"token": "t0Jxq2v5mWc8yR1sKf4hLz7uNb3eGd6aPi9oQwXrYkE", "email": "first@un.example",
                 "name": "First Administrator", "password": "harbour lantern ninety quartz"}""")
public record FirstAdministratorContent(
        @NotBlank @Size(max = 100) String token,
        @NotBlank @Email @Size(max = 200) String email,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "first administrator";
    }
}
