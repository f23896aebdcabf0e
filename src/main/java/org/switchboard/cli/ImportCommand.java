package org.switchboard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code import FILE… [--skip] [--url ADDRESS]}: sends files of needs and offers to the running service, which checks them
 * as it does for everyone; nothing goes past it into the database.
 */
final class ImportCommand implements Command {

    /** The variable that holds the token, where it is not given in the command: what stands there others can see. */
    private static final String TOKEN = "SWITCHBOARD_TOKEN";

    private static final String USAGE = "usage: import FILE… [--skip] [--url ADDRESS] [--token-file FILE]\n"
            + "  FILE    needs or offers as CSV; told apart by their columns\n"
            + "  --skip  take the good rows of a file that has bad ones\n"
            + "  --url   of the running service, if not http://127.0.0.1:8080\n"
            + "  --token-file  that holds an expert's API token; or set " + TOKEN;

    private final List<String> arguments;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    ImportCommand(List<String> arguments) {
        this.arguments = arguments;
    }

    private record Order(List<Path> files, boolean skip, String url, Optional<String> token) {}

    @Override
    public int run(PrintStream out, PrintStream err) {
        try {
            Order order = order();
            int worst = DONE;
            for (Path file : order.files()) {
                worst = Math.max(worst, send(order, file, out, err));
            }
            return worst;
        } catch (BadInput problem) {
            err.println(problem.getMessage());
            return BAD_INPUT;
        }
    }

    private Order order() throws BadInput {
        Arguments words = Arguments.of(arguments, Set.of("--skip"), Set.of("--url", "--token-file"), USAGE);
        if (words.files().isEmpty()) {
            throw words.misused("import wants files.");
        }
        Optional<String> file = words.text("--token-file");
        return new Order(
                words.files(),
                words.has("--skip"),
                words.text("--url").orElse("http://127.0.0.1:8080"),
                file.isPresent() ? Optional.of(tokenIn(file.get())) : Optional.ofNullable(System.getenv(TOKEN)));
    }

    private static String tokenIn(String file) throws BadInput {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new BadInput("The file " + file + ", which should hold the token, cannot be read.");
        }
    }

    private int send(Order order, Path file, PrintStream out, PrintStream err) throws BadInput {
        String kind = kind(file);
        URI address = address(order, kind);
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofFile(file));
            order.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return tell(file, kind, answer, out, err);
        } catch (IOException e) {
            throw new BadInput("No service answers at " + address + ". Is it running? --url names another address.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("Interrupted before the service answered; it may have taken " + file + ".");
        }
    }

    private static URI address(Order order, String kind) throws BadInput {
        try {
            return new URI(order.url() + "/api/v1/imports/" + kind + "?mode=" + (order.skip() ? "skip" : "all"));
        } catch (URISyntaxException e) {
            throw new BadInput("'" + order.url() + "' is no address.");
        }
    }

    private static String kind(Path file) throws BadInput {
        try (BufferedReader text = Files.newBufferedReader(file)) {
            String heading = text.readLine();
            List<String> columns = heading == null ? List.of() : List.of(heading.split("[,\"\\s]+"));
            if (columns.contains("provider")) {
                return "offers";
            }
            if (columns.contains("state")) {
                return "needs";
            }
            throw new BadInput(
                    file + " is neither a file of needs (no column state) nor of offers (no column provider).");
        } catch (NoSuchFileException e) {
            throw new BadInput("There is no file " + file + ".");
        } catch (IOException e) {
            throw new BadInput(file + " cannot be read as text in UTF-8.");
        }
    }

    private int tell(Path file, String kind, HttpResponse<String> answer, PrintStream out, PrintStream err)
            throws BadInput {
        JsonNode body;
        try {
            body = json.readTree(answer.body());
        } catch (IOException e) {
            throw new BadInput(
                    "What answered for " + file + " is no Switchboard (status " + answer.statusCode() + ").");
        }
        if (answer.statusCode() == 401) {
            throw new BadInput("The service wants to know who brings " + file + ": set " + TOKEN
                    + " to an expert's API token, or name a file that holds it by --token-file.");
        }
        if (answer.statusCode() != 200) {
            err.println(file + ": " + body.path("detail").asText("status " + answer.statusCode()));
            tellProblems(body.path("violations"), err);
            return REFUSED;
        }
        out.printf(
                "%s: %d %s, %d new, %d changed, %d unchanged, %d rejected%n",
                file,
                body.path("rows").asInt(),
                kind,
                body.path("created").asInt(),
                body.path("changed").asInt(),
                body.path("unchanged").asInt(),
                body.path("rejected").asInt());
        tellProblems(body.path("problems"), err);
        return DONE;
    }

    private static void tellProblems(JsonNode problems, PrintStream err) {
        for (JsonNode problem : problems) {
            err.printf(
                    "  row %d, %s '%s': %s%n",
                    problem.path("row").asLong(),
                    problem.path("column").asText(),
                    problem.path("value").asText(),
                    problem.path("reason").asText());
        }
    }
}
