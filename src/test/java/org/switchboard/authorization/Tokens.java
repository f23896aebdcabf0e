package org.switchboard.authorization;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that stand in one field each and nowhere else in the world, and who may read each of them. */
final class Tokens {

    /** A word of ours, or the id of an item. */
    private static final Pattern TOKEN =
            Pattern.compile("cnry[0-9a-f]{12}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Where an answer holds a cursor, which is readable to whoever decodes it. */
    private static final Pattern CURSOR = Pattern.compile("(?:cursor=|\"next\":\")([A-Za-z0-9_-]{16,})");

    private record Planted(String where, Set<Asker> readers) {}

    private final Map<String, Planted> planted = new LinkedHashMap<>();
    private final Map<Asker, Set<String>> read = new HashMap<>();

    /** A new word for a field. */
    String word(String where, Set<Asker> readers) {
        String token = "cnry" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        planted.put(token, new Planted(where, readers));
        return token;
    }

    /** An id that must not be met by others either. */
    UUID id(String where, Set<Asker> readers) {
        UUID id = UUID.randomUUID();
        planted.put(id.toString(), new Planted(where, readers));
        return id;
    }

    void known(String id, String where, Set<Asker> readers) {
        planted.put(id, new Planted(where, readers));
    }

    int size() {
        return planted.size();
    }

    /** All that the readers of one have met, for the proof that the canary would sing. */
    Set<String> readBy(Asker asker) {
        return read.getOrDefault(asker, Set.of());
    }

    /**
     * Where tokens stood that this caller must not see.
     *
     * @param said what the caller said itself: an echo is no leak
     */
    Set<String> leaked(Asker asker, String said, String answer) {
        Set<String> leaked = new TreeSet<>();
        for (String token : found(answer)) {
            Planted field = planted.get(token);
            if (field == null || said.contains(token)) {
                continue;
            }
            if (field.readers().contains(asker)) {
                read.computeIfAbsent(asker, nobody -> new TreeSet<>()).add(token);
            } else {
                leaked.add(field.where());
            }
        }
        return leaked;
    }

    /** Where tokens stood, whoever may read them: for the log, which is for nobody. */
    Set<String> in(String text) {
        Set<String> places = new TreeSet<>();
        for (String token : found(text)) {
            if (token.startsWith("cnry") && planted.containsKey(token)) {
                places.add(planted.get(token).where());
            }
        }
        return places;
    }

    private static Set<String> found(String text) {
        Set<String> tokens = new TreeSet<>();
        collect(text, tokens);
        Matcher cursor = CURSOR.matcher(text);
        while (cursor.find()) {
            try {
                collect(new String(Base64.getUrlDecoder().decode(cursor.group(1)), StandardCharsets.UTF_8), tokens);
            } catch (IllegalArgumentException noCursor) {
                // then it was none of ours
            }
        }
        return tokens;
    }

    private static void collect(String text, Set<String> tokens) {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
    }

    static Set<Asker> everyone() {
        return EnumSet.complementOf(EnumSet.of(Asker.REVOKED));
    }
}
