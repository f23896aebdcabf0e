package org.switchboard.access.account;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who one is.
 *
 * @param session its id, not its value
 * @param assignments those of the account
 * @param secondFactor whether one is set up
 * @param secondFactorMissing whether none of the assignments counts before a second factor is set up
 */
@Schema(examples = """
                {"session": "3f0f3a52-6f8e-4f44-8a55-0a3f7c1d5b10", "email": "a.expert@un.example", "name": "A. Expert",
                 "language": "en", "assignments": [{"role": "EXPERT"}], "secondFactor": false,
                 "secondFactorMissing": false}""")
public record SignedIn(
        UUID session,
        String email,
        String name,
        String language,
        List<AssignmentContent> assignments,
        boolean secondFactor,
        boolean secondFactorMissing) {}
