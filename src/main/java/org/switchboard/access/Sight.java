package org.switchboard.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader may see, as a condition for queries: the one place where audiences, owners and releases become a filter.
 *
 * <p>The same condition serves queries over entities ({@link #condition}) and plain SQL ({@link #sqlCondition}). What is
 * filtered has the attributes {@code audience} and {@code owner}, and as its kind wants {@code status} and
 * {@code releasedTo}, in SQL {@code released_to}.
 */
public final class Sight {

    private static final String AUDIENCES = "sightAudiences";
    private static final String OWNERS = "sightOwners";
    private static final String PROVIDERS = "sightProviders";
    private static final String ALWAYS = "1 = 1";
    private static final String NEVER = "1 = 0";

    private final Reader reader;

    private Sight(Reader reader) {
        this.reader = reader;
    }

    public static Sight of(Reader reader) {
        return new Sight(reader);
    }

    /** A condition on entities under this alias; bind {@link #parameters} beside it. */
    public String condition(String alias, ItemKind kind) {
        return condition(
                kind,
                "%s.owner in (:%s)".formatted(alias, OWNERS),
                "%s.audience in (:%s)".formatted(alias, AUDIENCES),
                alias + ".status <> DRAFT",
                "cast(sql('(? && cast(? as text[]))', %s.releasedTo, :%s) as Boolean) = true"
                        .formatted(alias, PROVIDERS),
                "(%1$s.shownToRecipient = true and %1$s.recipient in (:%2$s)".formatted(alias, OWNERS)
                        + " or %1$s.shownToProvider = true and %1$s.giver in (:%2$s))".formatted(alias, OWNERS));
    }

    /** The same condition in SQL; bind {@link #sqlParameters()} beside it. */
    public String sqlCondition(String alias, ItemKind kind) {
        return condition(
                kind,
                sqlOwnership(alias),
                "%s.audience = any(:%s)".formatted(alias, AUDIENCES),
                alias + ".status <> 'DRAFT'",
                "%s.released_to && cast(:%s as text[])".formatted(alias, PROVIDERS),
                "(%1$s.shown_to_recipient and %1$s.recipient = any(:%2$s)".formatted(alias, OWNERS)
                        + " or %1$s.shown_to_provider and %1$s.giver = any(:%2$s))".formatted(alias, OWNERS));
    }

    private String condition(
            ItemKind kind, String owned, String inAudience, String noDraft, String released, String asked) {
        if (reader.seesEverything()) {
            return ALWAYS;
        }
        if (kind.isOfExperts()) {
            return NEVER;
        }
        if (kind.isOfConfidants()) {
            return reader.isConfidant() ? ALWAYS : NEVER;
        }
        if (kind.isBetweenParties()) {
            return reader.isConfidant() ? ALWAYS : asked;
        }
        String shown = kind.hasReleases() ? "(" + inAudience + " or " + released + ")" : inAudience;
        String shownSince = kind.hasDrafts() ? "(" + noDraft + " and " + shown + ")" : shown;
        return "(" + owned + " or " + shownSince + ")";
    }

    /**
     * A condition on entities: whether this reader may see what the item's author confides, such as whom it blocks or
     * excludes. Only the author, the experts and the Committee may; for all others even a figure must be as if nobody
     * were excluded. Bind {@link #confidenceParameters()} beside it.
     */
    public String confidence(String alias) {
        return reader.isConfidant() ? ALWAYS : "%s.owner in (:%s)".formatted(alias, OWNERS);
    }

    /** The same in SQL; bind {@link #sqlParameters()} beside it. */
    public String sqlConfidence(String alias) {
        return reader.isConfidant() ? ALWAYS : sqlOwnership(alias);
    }

    private static String sqlOwnership(String alias) {
        return "%s.owner = any(:%s)".formatted(alias, OWNERS);
    }

    public Map<String, Object> parameters(ItemKind kind) {
        if (reader.seesEverything() || kind.isOfExperts() || kind.isOfConfidants()) {
            return Map.of();
        }
        if (kind.isBetweenParties()) {
            return confidenceParameters();
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(OWNERS, ownerKeys());
        parameters.put(AUDIENCES, List.copyOf(reader.audiences()));
        if (kind.hasReleases()) {
            parameters.put(PROVIDERS, providers().toArray(String[]::new));
        }
        return parameters;
    }

    public Map<String, Object> confidenceParameters() {
        return reader.isConfidant() ? Map.of() : Map.of(OWNERS, ownerKeys());
    }

    /** Whatever {@link #sqlCondition} and {@link #sqlConfidence} want, and perhaps more. */
    public Map<String, Object> sqlParameters() {
        return Map.of(
                AUDIENCES,
                reader.audiences().stream().map(Enum::name).toArray(String[]::new),
                OWNERS,
                ownerKeys().toArray(String[]::new),
                PROVIDERS,
                providers().toArray(String[]::new));
    }

    private List<String> ownerKeys() {
        List<String> keys = new ArrayList<>();
        reader.owners().forEach(owner -> keys.add(owner.key()));
        return keys.stream().sorted().toList();
    }

    private List<String> providers() {
        return reader.owners().stream()
                .flatMap(owner -> owner.provider().stream())
                .sorted()
                .toList();
    }
}
