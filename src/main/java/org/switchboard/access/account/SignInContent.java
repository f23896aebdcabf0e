package org.switchboard.access.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/**
 * What one signs in with.
 *
 * @param code of the second factor, or a recovery code, where one has set up a second factor
 */
@NullUnmarked
@Schema(name = "SignIn", examples = """
                {"email": "a.expert@un.example", "password": "harbour lantern ninety quartz", "code": "492039"}""")
public record SignInContent(
        @NotBlank @Size(max = 200) String email,
        @NotBlank @Size(max = 1000) String password,
        @Size(max = 40) String code) {

    /** Records print themselves; a password must not reach a log that way. */
    @Override
    public String toString() {
        return "sign-in";
    }
}
