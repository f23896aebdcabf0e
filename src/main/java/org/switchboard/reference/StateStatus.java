package org.switchboard.reference;

/** How a State stands to the United Nations. */
public enum StateStatus {
    MEMBER("member"),
    OBSERVER("observer"),
    /** Neither Member nor observer, yet a recipient of assistance: Cook Islands and Niue. */
    NON_MEMBER("non-member");

    private final String code;

    StateStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
