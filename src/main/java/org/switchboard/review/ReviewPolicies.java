package org.switchboard.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.switchboard.access.Reader;
import org.switchboard.access.Rights;
import org.switchboard.access.Walled;

/** The face of the terms within which people decide: versions, the last of which is in force. */
@Walled
@ApplicationScoped
public class ReviewPolicies {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    ReviewPolicies(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    void ensureThereIsOne(@Observes StartupEvent start) {
        if (all().isEmpty()) {
            store(
                    Reader.system(),
                    new CreateReviewPolicy("The terms with which the service starts", ReviewPolicyContent.initial()));
        }
    }

    /** All versions, the one in force first. */
    @Transactional
    public List<ReviewPolicyView> list(Reader reader) {
        return all().stream().map(this::view).toList();
    }

    /** Puts other terms in force; those that run keep their end. */
    @Transactional
    public ReviewPolicyView create(Reader reader, CreateReviewPolicy asked) {
        Rights.requireExpert(reader);
        return view(store(reader, asked));
    }

    ReviewPolicyContent inForce() {
        return content(all().get(0));
    }

    private ReviewPolicyEntity store(Reader reader, CreateReviewPolicy asked) {
        ReviewPolicyEntity policy = new ReviewPolicyEntity();
        policy.version = all().size() + 1;
        policy.content = written(asked.policy());
        policy.reason = asked.reason();
        policy.createdBy = reader.name();
        policy.createdAt = clock.instant();
        database.persist(policy);
        database.flush();
        return policy;
    }

    private ReviewPolicyView view(ReviewPolicyEntity policy) {
        return ReviewPolicyView.of(policy, content(policy));
    }

    private ReviewPolicyContent content(ReviewPolicyEntity policy) {
        try {
            return json.readValue(policy.content, ReviewPolicyContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the terms of version " + policy.version, e);
        }
    }

    private String written(ReviewPolicyContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write terms", e);
        }
    }

    private List<ReviewPolicyEntity> all() {
        return database.createQuery("from ReviewPolicyEntity order by version desc", ReviewPolicyEntity.class)
                .getResultList();
    }
}
