package org.switchboard.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchboard.access.Reader;
import org.switchboard.access.Walled;
import org.switchboard.reference.ReferenceData;
import org.switchboard.shared.Refusal;
import org.switchboard.shared.Violation;

/** The face of the matching policy: its versions, the last of which is in force. */
@Walled
@ApplicationScoped
public class Policies {

    private final EntityManager database;
    private final ObjectMapper json;
    private final ReferenceData reference;
    private final Clock clock;

    Policies(EntityManager database, ObjectMapper json, ReferenceData reference, Clock clock) {
        this.database = database;
        this.json = json;
        this.reference = reference;
        this.clock = clock;
    }

    @Transactional
    void ensureThereIsOne(@Observes StartupEvent start) {
        if (latest().isEmpty()) {
            store(
                    Reader.system(),
                    1,
                    new CreatePolicy("The policy with which the service starts", PolicyContent.initial()));
        }
    }

    /** All versions, the one in force first. */
    @Transactional
    public List<PolicyView> list(Reader reader) {
        return database.createQuery("from PolicyEntity order by version desc", PolicyEntity.class)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    /** @throws Refusal.NotFound if there is no such version */
    @Transactional
    public PolicyView get(Reader reader, int version) {
        PolicyEntity policy = database.find(PolicyEntity.class, version);
        if (policy == null) {
            throw new Refusal.NotFound();
        }
        return view(policy);
    }

    /** The version in force. */
    @Transactional
    public PolicyView current(Reader reader) {
        return latest().map(this::view).orElseThrow(() -> new IllegalStateException("there is no policy"));
    }

    /**
     * Puts a new version in force; runs that were made before keep theirs.
     *
     * @throws Refusal.RulesBroken if it contradicts itself
     */
    @Transactional
    public PolicyView create(Reader reader, CreatePolicy asked) {
        check(asked.policy());
        int version = latest().map(policy -> policy.version).orElse(0) + 1;
        return view(store(reader, version, asked));
    }

    private PolicyEntity store(Reader reader, int version, CreatePolicy asked) {
        PolicyEntity policy = new PolicyEntity();
        policy.version = version;
        policy.reason = asked.reason();
        policy.createdBy = reader.name();
        policy.createdAt = clock.instant();
        policy.content = written(asked.policy());
        database.persist(policy);
        database.flush();
        return policy;
    }

    private void check(PolicyContent policy) {
        List<Violation> broken = new ArrayList<>();
        if (policy.fitWeights().sum() != 100) {
            broken.add(new Violation(
                    "/policy/fitWeights",
                    "SumIsHundred",
                    "must sum to 100, not " + policy.fitWeights().sum()));
        }
        List<Integer> slopes = policy.slopes();
        if (slopes.get(0) < slopes.get(1) || slopes.get(1) < slopes.get(2)) {
            broken.add(new Violation(
                    "/policy/slopes",
                    "Falling",
                    "must not rise: the first help to a State counts at least as much as the next"));
        }
        if (policy.band2() < policy.band1()) {
            broken.add(new Violation("/policy/band2", "BandsInOrder", "must not be below band1"));
        }
        policy.absorptionOfStates().keySet().stream()
                .filter(state -> reference.state(state).isEmpty())
                .forEach(state -> broken.add(new Violation(
                        "/policy/absorptionOfStates/" + state,
                        "KnownCode",
                        "is no State's code; the list is at /api/v1/states")));
        policy.dueDiligenceThemes().stream()
                .filter(theme -> reference.theme(theme).isEmpty())
                .forEach(theme -> broken.add(new Violation(
                        "/policy/dueDiligenceThemes",
                        "KnownCode",
                        "'" + theme + "' is not in the list; the list is at /api/v1/themes")));
        if (!broken.isEmpty()) {
            throw new Refusal.RulesBroken(broken);
        }
    }

    private Optional<PolicyEntity> latest() {
        return database.createQuery("from PolicyEntity order by version desc", PolicyEntity.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private PolicyView view(PolicyEntity policy) {
        try {
            return new PolicyView(
                    policy.version,
                    policy.reason,
                    policy.createdBy,
                    policy.createdAt,
                    json.readValue(policy.content, PolicyContent.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored policy " + policy.version + " cannot be read", e);
        }
    }

    private String written(PolicyContent policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a policy", e);
        }
    }
}
