package org.switchboard.testing;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Somebody with a browser that goes from one service to another on this machine: it keeps the cookies of each, tells them
 * apart by their ports, and goes nowhere by itself.
 */
public final class Visitor {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, HttpCookie> cookies = new TreeMap<>();

    public Visitor() {}

    /** Another browser with the same cookies, to do something twice. */
    public Visitor twin() {
        Visitor twin = new Visitor();
        twin.cookies.putAll(cookies);
        return twin;
    }

    public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(address, request -> request.header("Accept", "text/html").GET());
    }

    public HttpResponse<String> post(URI address, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(address, request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(URI address, Function<HttpRequest.Builder, HttpRequest.Builder> what)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = what.apply(HttpRequest.newBuilder(address));
        String shown = cookies(address);
        if (!shown.isEmpty()) {
            request.header("Cookie", shown);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(address, cookie));
        return answer;
    }

    /** What is kept for this address, as a header. */
    public String cookies(URI address) {
        return cookies.entrySet().stream()
                .filter(kept -> kept.getKey().startsWith(address.getPort() + " "))
                .map(Map.Entry::getValue)
                .filter(cookie -> address.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(URI address, String header) {
        HttpCookie cookie = HttpCookie.parse(header).get(0);
        if (cookie.getPath() == null) {
            cookie.setPath("/");
        }
        String key = address.getPort() + " " + cookie.getName() + " " + cookie.getPath();
        if (cookie.getMaxAge() == 0) {
            cookies.remove(key);
        } else {
            cookies.put(key, cookie);
        }
    }
}
