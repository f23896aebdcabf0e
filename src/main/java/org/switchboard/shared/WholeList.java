package org.switchboard.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * A list that is put together in memory and handed out page by page: each page continues after the last item of the one
 * before, wherever that stands by then.
 *
 * @param items in the order of the list
 * @param key tells an item from all others
 */
public record WholeList<T>(List<T> items, Function<T, String> key) {

    /** @throws Refusal.Malformed if the cursor is not of this list */
    public Page<T> page(PageRequest asked) {
        String cursor = asked.cursor();
        int from = cursor == null ? 0 : after(cursor);
        int to = Math.min(items.size(), from + asked.limit());
        return new Page<>(List.copyOf(items.subList(from, to)), to < items.size() ? cursorOf(items.get(to - 1)) : null);
    }

    private int after(String cursor) {
        for (int i = 0; i < items.size(); i++) {
            if (cursorOf(items.get(i)).equals(cursor)) {
                return i + 1;
            }
        }
        throw new Refusal.Malformed("This cursor was not handed out by this list. Start again without one.");
    }

    private String cursorOf(T item) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.apply(item).getBytes(StandardCharsets.UTF_8));
    }
}
