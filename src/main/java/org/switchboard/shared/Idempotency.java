package org.switchboard.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a creating POST safe to repeat: the same key and content gives the first answer again.
 *
 * <p>The answer is stored in the transaction that creates the item, so after a crash there is either both or neither. A
 * second request with the same key waits for the first to end.
 */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 200;

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Creates once.
     *
     * @param who the caller; keys of different callers are different keys
     * @param operation what is asked, e.g. {@code POST /needs}
     * @param key as sent in Idempotency-Key; null creates each time
     * @param content what was sent
     * @throws Refusal.KeyReused if the key came before with other content
     */
    @Transactional
    public Response create(
            String who, String operation, @Nullable String key, Object content, Supplier<Created> creation) {
        if (key == null) {
            return answer(created(creation));
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refusal.Malformed("Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.");
        }
        String digest = Sha256.of(operation + "\n" + written(content));
        waitForOthersWith(who, key);
        IdempotencyEntity earlier = database.find(IdempotencyEntity.class, new IdempotencyEntity.Key(who, key));
        if (earlier != null) {
            if (!earlier.digest.equals(digest)) {
                throw new Refusal.KeyReused();
            }
            return answer(new Stored(earlier.location, earlier.version, earlier.body));
        }
        Stored first = created(creation);
        keep(who, key, digest, first);
        return answer(first);
    }

    private void waitForOthersWith(String who, String key) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:key, 0)) is null", Boolean.class)
                .setParameter("key", who + "\n" + key)
                .getSingleResult();
    }

    private void keep(String who, String key, String digest, Stored answer) {
        IdempotencyEntity entity = new IdempotencyEntity();
        entity.who = who;
        entity.key = key;
        entity.digest = digest;
        entity.location = answer.location();
        entity.version = answer.version();
        entity.body = answer.body();
        entity.at = clock.instant();
        database.persist(entity);
    }

    private Stored created(Supplier<Created> creation) {
        Created created = creation.get();
        // what only the database notices is said now, while it has its name, and not by a commit that fails
        database.flush();
        return new Stored(created.location(), created.version(), written(created.view()));
    }

    private static Response answer(Stored stored) {
        String location = stored.location();
        Response.ResponseBuilder answer = location == null
                ? Response.ok()
                : Response.created(URI.create("/api/v1" + location)).tag(Preconditions.tag(stored.version()));
        return answer.type(MediaType.APPLICATION_JSON_TYPE)
                .entity(stored.body())
                .build();
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an answer", e);
        }
    }

    private record Stored(@Nullable String location, int version, String body) {}
}
