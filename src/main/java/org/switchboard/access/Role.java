package org.switchboard.access;

import org.switchboard.shared.Roles;

/** What a person may be for the service. One person may be several of these. */
public enum Role {
    /** Speaks for one State: submits its requests and needs, releases them, answers proposals. */
    FOCAL_POINT(Roles.FOCAL_POINT),
    /** Speaks for one provider: registers its offers, answers proposals. */
    PROVIDER(Roles.PROVIDER),
    /** Of the Executive Directorate: verifies, ranks, runs the matching, puts proposals forward. */
    EXPERT(Roles.EXPERT),
    /** Of the Committee, for one of its member States: lets proposals pass, holds or objects. */
    COMMITTEE(Roles.COMMITTEE),
    /** Keeps accounts, reference data and operation; sees no confidential content. */
    ADMINISTRATOR(Roles.ADMINISTRATOR);

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    /** As it is written in rules, tokens and answers. */
    public String roleName() {
        return roleName;
    }

    /** Whether a password alone is not enough for whoever has this role. */
    public boolean needsSecondFactor() {
        return this == COMMITTEE || this == ADMINISTRATOR;
    }
}
