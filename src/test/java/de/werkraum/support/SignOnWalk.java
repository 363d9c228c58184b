package de.werkraum.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who signs on without a browser: goes where it is sent, keeps cookies, fills in the provider's forms. */
public final class SignOnWalk {
    private static final int STEPS = 20;
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final Api werkraum;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new Cookies())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** To this machine browsers send those for TLS as well. */
    private static final class Cookies extends CookieManager {
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> plain = new HashMap<>();
            headers.forEach((name, values) -> plain.put(
                    name,
                    values.stream()
                            .map(value -> value.replaceAll("(?i);\\s*secure(?=;|$)", ""))
                            .toList()));
            super.put(uri, plain);
        }
    }

    public SignOnWalk(URI werkraum) {
        this.werkraum = Api.of(werkraum);
    }

    /** The first step's answer. */
    public JsonNode begin() {
        return werkraum.post("/login/oidc/start", Api.object()).expect(200);
    }

    /** What the provider sends somebody back with; empty what it leaves out. */
    public record Back(String code, String state, String issuer) {
        private static Back of(Map<String, String> fields) {
            return new Back(
                    fields.getOrDefault("code", ""), fields.getOrDefault("state", ""), fields.getOrDefault("iss", ""));
        }
    }

    /** Through the provider as that person. */
    public Back through(JsonNode begun, String who) {
        URI at = URI.create(begun.get("url").asText());
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at).GET());
        for (int i = 0; i < STEPS; i++) {
            String location = answer.headers().firstValue("location").orElse("");
            at = answer.request().uri();
            if (location.contains("/login.html")) {
                return Back.of(fields(location));
            } else if (!location.isEmpty()) {
                answer = send(HttpRequest.newBuilder(at.resolve(location)).GET());
            } else {
                answer = submit(at, answer.body(), who);
            }
        }
        throw new AssertionError("no way back from " + at);
    }

    private HttpResponse<String> submit(URI at, String page, String who) {
        Matcher action = ACTION.matcher(page);
        if (!action.find()) {
            throw new AssertionError("no form at " + at + ": " + page);
        }
        Map<String, String> form = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        form.put("login", who);
        form.put("username", who);
        form.put("password", "egal");
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(at.resolve(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Goes there as the person who has signed on, and answers where the provider sends that person. */
    public String visit(URI address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address).GET());
        return answer.headers().firstValue("location").orElse(answer.statusCode() + " " + answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return client.sendAsync(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private static Map<String, String> fields(String address) {
        Map<String, String> fields = new HashMap<>();
        for (String field : address.replaceFirst("^[^?#]*[?#]", "").split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** The last step's answer, whatever it is. */
    public Api.Answer end(JsonNode begun, String code) {
        return werkraum.post(
                "/login/oidc",
                Api.object(
                        "code",
                        code,
                        "verifier",
                        begun.get("verifier").asText(),
                        "nonce",
                        begun.get("nonce").asText()));
    }

    /** All of it. */
    public JsonNode signOn(String who) {
        JsonNode begun = begin();
        return end(begun, through(begun, who).code()).expect(200);
    }
}
