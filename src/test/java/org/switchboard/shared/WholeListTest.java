package org.switchboard.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeListTest {

    private static final WholeList<Integer> LIST = new WholeList<>(List.of(5, 4, 3, 2, 1), String::valueOf);

    @Test
    void pagesTogetherAreTheList() {
        List<Integer> read = new ArrayList<>();
        Page<Integer> page = LIST.page(new PageRequest(2, null, null));
        read.addAll(page.items());
        while (page.next() != null) {
            page = LIST.page(new PageRequest(2, page.next(), null));
            read.addAll(page.items());
        }
        assertEquals(LIST.items(), read);
    }

    @Test
    void theLastPageHasNoNextEvenWhereItIsFull() {
        assertNull(LIST.page(new PageRequest(5, null, null)).next());
        assertNull(new WholeList<>(List.<Integer>of(), String::valueOf)
                .page(new PageRequest(5, null, null))
                .next());
    }

    @Test
    void aPageGoesOnAfterItsItemWhereTheListHasGrownBefore() {
        String cursor = LIST.page(new PageRequest(2, null, null)).next();

        WholeList<Integer> grown = new WholeList<>(List.of(7, 6, 5, 4, 3), String::valueOf);

        assertEquals(List.of(3), grown.page(new PageRequest(2, cursor, null)).items());
    }

    @Test
    void aForeignCursorIsRefused() {
        assertThrows(Refusal.Malformed.class, () -> LIST.page(new PageRequest(2, "OQ", null)));
        assertThrows(Refusal.Malformed.class, () -> LIST.page(new PageRequest(2, "?", null)));
    }
}
