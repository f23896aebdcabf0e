package org.switchboard.shared;

import java.util.stream.Collectors;

/** Text in pages. */
public final class Html {

    private Html() {}

    /** The text, so that nothing in it is taken for markup, be it between tags or in an attribute. */
    public static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&quot;";
                    case '\'' -> "&#39;";
                    default -> Character.toString((char) c);
                })
                .collect(Collectors.joining());
    }
}
