package org.switchboard.access.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * A password that somebody chooses.
 *
 * @param token what stands behind the # in the link
 * @param password 15 to 256 characters, not common, not guessable
 */
@NullUnmarked
@Schema(examples = """
                {"token": "t0Jxq2v5mWc8yR1sKf4hLz7uNb3eGd6aPi9oQwXrYkE", "password": "harbour lantern ninety quartz"}""")
public record ChosenPassword(
        @NotBlank @Size(max = 100) String token,
        @NotBlank @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "chosen password";
    }
}
