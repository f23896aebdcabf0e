package org.switchboard.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a reader may see, as a condition for queries: the one place where audiences and owners become a filter.
 *
 * <p>The same condition serves queries over entities ({@link #condition}) and plain SQL ({@link #sqlCondition}); both
 * expect the attributes {@code audience} and {@code owner} on what they filter.
 */
public final class Sight {

    private static final String AUDIENCES = "sightAudiences";
    private static final String OWNERS = "sightOwners";

    private final Reader reader;

    private Sight(Reader reader) {
        this.reader = reader;
    }

    public static Sight of(Reader reader) {
        return new Sight(reader);
    }

    /** A condition on entities under this alias; bind {@link #parameters()} beside it. */
    public String condition(String alias) {
        return "(%1$s.audience in (:%2$s) or %1$s.owner in (:%3$s))".formatted(alias, AUDIENCES, OWNERS);
    }

    /** The same condition in SQL; bind {@link #sqlParameters()} beside it. */
    public String sqlCondition(String alias) {
        return "(%1$s.audience = any(:%2$s) or %1$s.owner = any(:%3$s))".formatted(alias, AUDIENCES, OWNERS);
    }

    /**
     * A condition in SQL: whether this reader may see whom the item's author blocks or excludes. Only the author, the
     * experts and the Committee may; for all others even a figure must be as if nobody were excluded. Bind
     * {@link #sqlParameters()} beside it.
     */
    public String sqlConfidence(String alias) {
        return "('%3$s' = any(:%1$s) or %4$s.owner = any(:%2$s))"
                .formatted(AUDIENCES, OWNERS, Audience.COMMITTEE, alias);
    }

    public Map<String, Object> parameters() {
        return Map.of(
                AUDIENCES, List.copyOf(reader.audiences()), OWNERS, ownerKeys().toList());
    }

    public Map<String, Object> sqlParameters() {
        return Map.of(
                AUDIENCES,
                reader.audiences().stream().map(Enum::name).toArray(String[]::new),
                OWNERS,
                ownerKeys().toArray(String[]::new));
    }

    private Stream<String> ownerKeys() {
        return reader.owners().stream().map(Owner::key).sorted();
    }
}
