package org.switchboard.access.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new API token.
 *
 * @param value for {@code Authorization: Bearer}; shown this once
 */
@Schema(name = "NewToken", examples = """
                {"value": "sb_t0Jxq2v5mWc8yR1sKf4hLz7uNb3eGd6aPi9oQwXrYkE",
                 "token": {"id": "a0f6b2a3-4a55-4b39-8f0c-2c4a6c0d9e11", "name": "nightly import", "changes": true,
                 "assignments": [{"role": "EXPERT"}], "createdAt": "2026-11-22T09:00:00Z", "expiresOn": "2027-05-31"}}""")
public record NewTokenView(String value, TokenView token) {

    @Override
    public String toString() {
        return "new token " + token.id();
    }
}
