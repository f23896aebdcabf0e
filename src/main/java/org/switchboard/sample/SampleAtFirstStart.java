package org.switchboard.sample;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.switchboard.access.Reader;

/** Loads the sample into a new embedded database, so that a newcomer sees a filled, solved matrix; never into another. */
@ApplicationScoped
class SampleAtFirstStart {

    private static final Logger LOG = Logger.getLogger(SampleAtFirstStart.class);

    /** After the worker of runs has started. */
    private static final int LAST = 3500;

    private final Sample sample;
    private final SampleTokens tokens;
    private final boolean wanted;
    private final boolean embedded;

    SampleAtFirstStart(
            Sample sample,
            SampleTokens tokens,
            @ConfigProperty(name = "switchboard.sample") boolean wanted,
            @ConfigProperty(name = "switchboard.database.embedded-url") Optional<String> embeddedUrl) {
        this.sample = sample;
        this.tokens = tokens;
        this.wanted = wanted;
        this.embedded = embeddedUrl.isPresent();
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        if (wanted && embedded && sample.isFirstOf(Reader.ofSample())) {
            tokens.write(sample.load());
            LOG.infof(
                    "This database is new: a sample was loaded and is being solved. Tokens of its people are in %s."
                            + " DELETE /api/v1/sample takes it away again.",
                    tokens.file());
        }
    }
}
