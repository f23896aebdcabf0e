package org.switchboard.shared;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ETags of items and the If-Match that a change must carry. An item's ETag is its version, counted from 0. */
public final class Preconditions {

    private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Preconditions() {}

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** Of a view that must not carry the item's version, because changes that the view hides would show in it. */
    public static EntityTag tagOfContent(Record view) {
        return new EntityTag(Sha256.of(view.toString()).substring(0, 32));
    }

    /**
     * The version that a change is meant for.
     *
     * @throws Refusal.PreconditionMissing if there is none
     * @throws Refusal.Stale if it is no tag that an item ever had ({@code *} included: it would hide a lost update)
     */
    public static int version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal.PreconditionMissing();
        }
        Matcher tag = STRONG_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Refusal.Stale();
        }
        return Integer.parseInt(tag.group(1));
    }

    /** @throws Refusal.Stale unless the item still has the version that the caller read */
    public static void requireVersion(int asked, int present) {
        if (asked != present) {
            throw new Refusal.Stale();
        }
    }
}
