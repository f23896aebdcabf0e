package org.switchboard.access;

/** What a person may be for the service. One person may be several of these. */
public enum Role {
    /** Speaks for one State: submits its requests and needs, releases them, answers proposals. */
    FOCAL_POINT(Role.FOCAL_POINT_NAME),
    /** Speaks for one provider: registers its offers, answers proposals. */
    PROVIDER(Role.PROVIDER_NAME),
    /** Of the Executive Directorate: verifies, ranks, runs the matching, puts proposals forward. */
    EXPERT(Role.EXPERT_NAME),
    /** Of the Committee, for one of its member States: lets proposals pass, holds or objects. */
    COMMITTEE(Role.COMMITTEE_NAME),
    /** Keeps accounts, reference data and operation; sees no confidential content. */
    ADMINISTRATOR(Role.ADMINISTRATOR_NAME);

    /** As operations name it whom they allow. */
    public static final String FOCAL_POINT_NAME = "focal-point";

    public static final String PROVIDER_NAME = "provider";
    public static final String EXPERT_NAME = "expert";
    public static final String COMMITTEE_NAME = "committee";
    public static final String ADMINISTRATOR_NAME = "administrator";

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
