package org.switchboard.access.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.switchboard.access.Assignment;

/**
 * An account, as administrators see it.
 *
 * @param secondFactor whether one is set up
 */
@Schema(examples = """
                {"id": "7d1c2a90-52f1-4d8e-9b1e-64c1b0c5f2aa", "version": 0, "email": "a.expert@un.example",
                 "status": "ACTIVE", "secondFactor": false, "sample": false, "createdAt": "2026-11-22T09:00:00Z",
                 "name": "A. Expert", "language": "en", "assignments": [{"role": "EXPERT"}]}""")
public record AccountView(
        UUID id,
        int version,
        String email,
        AccountStatus status,
        boolean secondFactor,
        boolean sample,
        Instant createdAt,
        @JsonUnwrapped AccountContent content) {

    static AccountView of(AccountEntity account, Collection<Assignment> assignments, boolean secondFactor) {
        AccountContent content = new AccountContent(account.name, account.language, AssignmentContent.of(assignments));
        return new AccountView(
                account.id,
                account.version,
                account.email,
                account.status,
                secondFactor,
                account.sample,
                account.createdAt,
                content);
    }
}
