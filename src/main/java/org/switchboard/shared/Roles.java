package org.switchboard.shared;

/** The names of roles, as operations name whom they allow. What each role may see is for {@code access} to say. */
public final class Roles {

    public static final String FOCAL_POINT = "focal-point";
    public static final String PROVIDER = "provider";
    public static final String EXPERT = "expert";
    public static final String COMMITTEE = "committee";
    public static final String ADMINISTRATOR = "administrator";

    private Roles() {}
}
