package org.switchboard.shared;

/** Which texts can be kept. */
final class Texts {

    static final String WANTED = "text without U+0000 and without halves of characters";

    private Texts() {}

    /** Neither the database nor UTF-8 has a place for U+0000 or for one half of a surrogate pair. */
    static boolean canBeKept(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
