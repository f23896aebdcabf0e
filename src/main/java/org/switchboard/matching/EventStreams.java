package org.switchboard.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.switchboard.shared.Refusal;

/**
 * Streams of events to those who watch runs. Each looks from time to time what is stored, so that it does not matter which
 * process solves the run and which one is asked.
 *
 * <p>A stream lasts two minutes at the most: whoever watches on comes back by itself, and is then asked anew who it is.
 */
@ApplicationScoped
class EventStreams {

    private static final int MOST = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int LOOKS = 240;

    /** Proxies close connections over which nothing comes. */
    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 20;

    private final ObjectMapper json;
    private final AtomicInteger open = new AtomicInteger();

    EventStreams(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param after the number of the last event that is known
     * @param ended whether no more is to come than there is
     * @param events what has happened since an event
     * @throws Refusal.Busy if too many are open already
     */
    Multi<OutboundSseEvent> open(int after, boolean ended, IntFunction<List<RunEventView>> events, Sse sse) {
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            throw new Refusal.Busy(MOST + " streams are open already. Ask for the run itself from time to time.");
        }
        Watching watching = new Watching(after, ended, events, sse);
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_LOOKS)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick ->
                        Uni.createFrom().item(watching::look).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .select()
                .first(watching::goesOn)
                .onItem()
                .<OutboundSseEvent>disjoint()
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    private String written(RunEventView event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    /** One who watches. */
    private final class Watching {

        private final IntFunction<List<RunEventView>> events;
        private final Sse sse;
        private int known;
        private boolean last;
        private int looks;
        private boolean ended;

        Watching(int known, boolean last, IntFunction<List<RunEventView>> events, Sse sse) {
            this.known = known;
            this.last = last;
            this.events = events;
            this.sse = sse;
        }

        /** What there is to say; nothing once there is no more to come. */
        synchronized List<OutboundSseEvent> look() {
            if (ended || looks >= LOOKS) {
                ended = true;
                return List.of();
            }
            List<OutboundSseEvent> said = new ArrayList<>();
            for (RunEventView event : events.apply(known)) {
                known = event.number();
                last = event.status().isEnd();
                said.add(sse.newEventBuilder()
                        .id(Integer.toString(event.number()))
                        .name(event.kind().name())
                        .data(written(event))
                        .build());
            }
            if (said.isEmpty() && !last && looks % LOOKS_BETWEEN_SIGNS_OF_LIFE == 0) {
                said.add(sse.newEventBuilder().comment("still here").build());
            }
            looks++;
            ended = last;
            return said;
        }

        synchronized boolean goesOn(List<OutboundSseEvent> said) {
            return !ended || !said.isEmpty();
        }
    }
}
