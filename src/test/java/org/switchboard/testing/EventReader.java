package org.switchboard.testing;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.switchboard.access.Assignment;

/** Watches a run as a browser does: server-sent events, line by line. */
public final class EventReader {

    private final URI address;
    private final String token;
    private final int after;

    private EventReader(URI address, String token, int after) {
        this.address = address;
        this.token = token;
        this.after = after;
    }

    public record Event(String id, String name, String data) {}

    /** As an expert, at the service under test. */
    public static EventReader of(String run) {
        return at(RestAssured.port, People.token(Assignment.expert()), run);
    }

    public static EventReader at(int port, String token, String run) {
        return new EventReader(URI.create("http://127.0.0.1:" + port + "/api/v1/runs/" + run + "/events"), token, 0);
    }

    /** From the event after this one. */
    public EventReader after(int number) {
        return new EventReader(address, token, number);
    }

    /** All events until the service ends the stream. */
    public List<Event> toTheEnd() throws IOException, InterruptedException {
        return until(event -> false);
    }

    /** The events up to the first of this kind. */
    public List<Event> until(Predicate<Event> last) throws IOException, InterruptedException {
        List<Event> events = new ArrayList<>();
        try (BufferedReader lines = open()) {
            Optional<Event> next = next(lines);
            while (next.isPresent()) {
                events.add(next.get());
                if (last.test(next.get())) {
                    return events;
                }
                next = next(lines);
            }
        }
        return events;
    }

    public String firstComment() throws IOException, InterruptedException {
        try (BufferedReader lines = open()) {
            String line = lines.readLine();
            while (line != null && !line.startsWith(":")) {
                line = lines.readLine();
            }
            return line == null ? "" : line.substring(1).strip();
        }
    }

    private BufferedReader open() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (after > 0) {
            request.header("Last-Event-ID", Integer.toString(after));
        }
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError("status " + answer.statusCode());
        }
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static Optional<Event> next(BufferedReader lines) throws IOException {
        String id = "";
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Event(id, name, data.toString()));
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            }
        }
        return Optional.empty();
    }
}
