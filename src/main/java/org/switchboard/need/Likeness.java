package org.switchboard.need;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How alike two texts are, by the runs of three characters in their words: those in both among those in either. PostgreSQL's
 * pg_trgm reckons the same way, but knows no letters beyond those of its locale; needs are written in six scripts and more.
 */
final class Likeness {

    private static final int RUN = 3;

    private Likeness() {}

    /** From 0, nothing in common, to 1, the same words in whatever order; 0 where there is no text. */
    static double of(@Nullable String one, @Nullable String other) {
        Set<String> ofOne = runs(one);
        Set<String> ofOther = runs(other);
        Set<String> both = new HashSet<>(ofOne);
        both.retainAll(ofOther);
        int either = ofOne.size() + ofOther.size() - both.size();
        return either == 0 ? 0 : (double) both.size() / either;
    }

    private static Set<String> runs(@Nullable String text) {
        Set<String> runs = new HashSet<>();
        if (text == null) {
            return runs;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                String padded = "  " + word + " ";
                for (int i = 0; i + RUN <= padded.length(); i++) {
                    runs.add(padded.substring(i, i + RUN));
                }
            }
        }
        return runs;
    }
}
